/** Courses on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { trainingContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import * as courses from './operations/courses.ts';
import { downloadDocument, downloadOwnExercise } from './operations/documents.ts';
import * as material from './operations/material.ts';
import * as own from './operations/own.ts';
import * as sessions from './operations/sessions.ts';
import * as work from './operations/work.ts';

export default defineServerModule({
  contract: trainingContract,
  facts: facts.kinds,
  dependsOn: ['people', 'engagement', 'audit-plan'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listCourses: courses.listCourses,
    getCourse: courses.getCourse,
    proposeCourse: courses.proposeCourse,
    changeCourse: courses.changeCourse,
    agreeCourse: courses.agreeCourse,
    closeCourse: courses.closeCourse,
    analyseCourse: courses.analyseCourse,
    getMaterial: material.getMaterial,
    startMaterial: material.startMaterial,
    saveMaterial: material.saveMaterial,
    prepareMaterial: material.prepareMaterial,
    listSessions: sessions.listSessions,
    planSession: sessions.planSession,
    changeSession: sessions.changeSession,
    cancelSession: sessions.cancelSession,
    holdSession: sessions.holdSession,
    correctAttendance: sessions.correctAttendance,
    listWork: work.listWork,
    enterWork: work.enterWork,
    reviewWork: work.reviewWork,
    listOwnExercises: own.listOwnExercises,
    saveOwnWork: own.saveOwnWork,
    submitOwnWork: own.submitOwnWork,
    downloadDocument,
    downloadOwnExercise,
  },
  documents,
  lists,
  noLists,
});
