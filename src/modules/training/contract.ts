/** Courses for the city's people: plan, material, sessions, attendance, exercises and what was learnt. */
import { defineContract } from '../../kernel/contract.ts';
import { courseOperations } from './contract/courses.ts';
import { documentOperations } from './contract/documents.ts';
import { materialOperations } from './contract/material.ts';
import { trainingPermissions } from './contract/permissions.ts';
import { sessionOperations } from './contract/sessions.ts';
import { workOperations } from './contract/work.ts';

export const trainingContract = defineContract({
  id: 'training',
  title: '研修',
  permissions: trainingPermissions,
  operations: {
    ...courseOperations,
    ...materialOperations,
    ...sessionOperations,
    ...workOperations,
    ...documentOperations,
  },
});

export type { CourseView, Offer, PersonLine } from './contract/courses.ts';
export type { Exercise, MaterialContent, MaterialView, Unit } from './contract/material.ts';
export type { SessionView } from './contract/sessions.ts';
export type { Comparison, Observation, OwnExercise, WorkView } from './contract/work.ts';
