import { defineServerModule } from '../../kernel/module.ts';
import { peopleContract } from './contract.ts';
import { facts } from './facts.ts';
import {
  changeRoles,
  createAccount,
  disableAccount,
  inviteAccount,
  renewInvitation,
  resetAccess,
  saveAccount,
  unlockAccount,
} from './operations/account.ts';
import { advanceDemonstrationClock } from './operations/clock.ts';
import {
  getMunicipality,
  getOrganisation,
  listDepartments,
  reorganise,
  saveDepartment,
} from './operations/department.ts';
import { listDetails, listSummaries } from './operations/directory.ts';
import { listFirms, saveFirm } from './operations/firm.ts';
import { createFirstAdministrator } from './operations/first-run.ts';
import { acceptInvitation, getInvitation } from './operations/invitation.ts';
import { oidcFinish, oidcStart } from './operations/oidc.ts';
import { changePassword, confirmTotp, disableTotp, getOwnAccount, startTotp } from './operations/own-account.ts';
import { signIn, signOut, whoAmI } from './operations/sign-in.ts';
import { accounts } from './sign-in/accounts.ts';
import { authenticate } from './sign-in/authenticate.ts';
import { lists } from './lists/index.ts';

export default defineServerModule({
  contract: peopleContract,
  facts: facts.kinds,
  migrations: new URL('./migrations/', import.meta.url),
  authenticate,
  accounts,
  open: {
    whoAmI,
    signIn,
    signOut,
    createFirstAdministrator,
    getInvitation,
    acceptInvitation,
    oidcStart,
    oidcFinish,
  },
  handlers: {
    getOwnAccount,
    changePassword,
    startTotp,
    confirmTotp,
    disableTotp,
    getMunicipality,
    listDepartments,
    getOrganisation,
    saveDepartment,
    reorganise,
    listFirms,
    saveFirm,
    listAccounts: listSummaries,
    listAccountDetails: listDetails,
    createAccount,
    inviteAccount,
    renewInvitation,
    resetAccess,
    changeRoles,
    saveAccount,
    disableAccount,
    unlockAccount,
    advanceDemonstrationClock,
  },
  lists,
});
