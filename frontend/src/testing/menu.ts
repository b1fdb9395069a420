import { fireEvent, screen } from '@testing-library/preact';

/** Opens the menu of this name and takes what is called so. The platform's popovers are not in the tests' DOM. */
export async function takeOfMenu(menu: string, item: string): Promise<void> {
  HTMLElement.prototype.hidePopover = () => undefined;
  const opened = Object.assign(new Event('toggle'), { newState: 'open' });
  fireEvent(screen.getByRole('menu', { name: menu, hidden: true }), opened);
  fireEvent.click(await screen.findByRole('menuitem', { name: item, hidden: true }));
}
