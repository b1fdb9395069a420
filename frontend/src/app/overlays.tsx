import { CloseQuestion } from '../call/close';
import { NewSocketDialog } from '../new-socket/new-socket';
import { Palette } from './palette/palette';
import { Shortcuts } from './shortcuts';

/** What lies over the page when it is called. */
export function Overlays() {
  return (
    <>
      <Palette />
      <Shortcuts />
      <NewSocketDialog />
      <CloseQuestion />
    </>
  );
}
