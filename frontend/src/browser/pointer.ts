let isDown = false;

for (const [type, down] of Object.entries({ pointerdown: true, pointerup: false, pointercancel: false }))
  addEventListener(
    type,
    () => {
      isDown = down;
    },
    true,
  );

/**
 * At once, or when the button that is held goes up: a popover that opens before is closed by that, as by a click beside
 * it. Answers what takes it back.
 */
export function whenReleased(then: () => void): (() => void) | undefined {
  if (!isDown) {
    then();
    return undefined;
  }
  const wait = new AbortController();
  const released = () => {
    wait.abort();
    // After what the browser itself does with the event.
    setTimeout(then);
  };
  addEventListener('pointerup', released, { signal: wait.signal });
  addEventListener('pointercancel', released, { signal: wait.signal });
  return () => {
    wait.abort();
  };
}
