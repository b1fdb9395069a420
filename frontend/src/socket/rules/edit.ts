import { lazyDialog } from '../../ui/lazy-dialog';

/** Its place is beside the tabs of a socket, so that no table of theirs is one of its own. */
export const { show: editRules, Place: EditRules } = lazyDialog({
  title: 'rules.title',
  kind: 'rules',
  load: () => import('./dialog').then(({ RulesDialog }) => RulesDialog),
});
