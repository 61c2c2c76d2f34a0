import type { ListProvider } from '../../../kernel/module.ts';
import { accountList, directory } from './accounts.ts';
import { departmentList, firmList } from './organisation.ts';

export const lists: readonly ListProvider[] = [accountList, directory, departmentList, firmList];
