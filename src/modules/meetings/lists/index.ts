import type { ListProvider } from '../../../kernel/list.ts';
import { informationList } from './information.ts';
import { issueList } from './issues.ts';

export const lists: readonly ListProvider[] = [issueList, informationList];
