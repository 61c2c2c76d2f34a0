/** Why a task cannot be taken out or get parts, with what to do first. Pure. */
import type { Task } from '../contract.ts';

/** Why a task cannot be taken out of the WBS, with what to do first; null when it can. */
export function obstacleToRemoval(task: Task, others: readonly Task[]): string | null {
  if (task.origin === 'specification') {
    return '仕様書から導いた作業は削除できません。行わないときは、理由を示して対象外にしてください。';
  }
  if (task.percent > 0) return '既に始めた作業は削除できません。進捗を0に戻してから削除してください。';
  if (others.some(({ parentId }) => parentId === task.id)) {
    return '内訳のある作業は削除できません。先に内訳の作業を削除してください。';
  }
  const waiting = others.find(({ predecessors }) => predecessors.some(({ id }) => id === task.id));
  if (waiting === undefined) return null;
  return `「${waiting.name}」がこの作業を先行作業にしています。先に、その先行作業から外してください。`;
}

/** Why a task cannot get parts, with what to do first; null when it can. */
export function obstacleToParts(parent: Task, tasks: readonly Task[]): string | null {
  if (parent.excluded !== null) {
    return '対象外の作業には内訳を加えられません。対象に戻すか、別の作業を選んでください。';
  }
  if (parent.percent > 0 && !tasks.some(({ parentId }) => parentId === parent.id)) {
    return '既に始めた作業には内訳を加えられません。進捗を0に戻すか、別の作業の内訳にしてください。';
  }
  return null;
}
