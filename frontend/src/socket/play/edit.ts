import { lazyDialog } from '../../ui/lazy-dialog';

export const { show: choosePlayed, Place: ChoosePlayed } = lazyDialog({
  title: 'played.title',
  kind: 'send-again',
  load: () => import('./dialog').then(({ PlayDialog }) => PlayDialog),
});
