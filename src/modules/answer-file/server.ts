import { defineServerModule } from '../../kernel/module.ts';
import { answerFileContract } from './contract.ts';
import { acceptFiles, addToIntake, getIntake, getIntakeFile, listIntakes, openIntake } from './operations/intake.ts';
import { previewOwnFile, submitOwnFile } from './operations/own.ts';
import { downloadSheet, downloadSheets } from './operations/sheets.ts';

export default defineServerModule({
  contract: answerFileContract,
  facts: {},
  dependsOn: ['engagement', 'people', 'self-check'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    downloadSheet,
    downloadSheets,
    openIntake,
    addToIntake,
    getIntake,
    getIntakeFile,
    acceptFiles,
    listIntakes,
    previewOwnFile,
    submitOwnFile,
  },
  noLists: {
    getIntake: '取込み一件の作業の画面であり、取り込んだ回答は回答の状況の一覧にある。',
    getIntakeFile: '取り込むファイル一つと今の回答との違いであり、取り込む前に画面で確かめる。',
    listIntakes: '取込みの作業の入口であり、取り込んだ回答は回答の状況の一覧にある。',
  },
});
