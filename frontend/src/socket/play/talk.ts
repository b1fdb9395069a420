/** What a socket and its peer said: of one that is here, or of a recording, of which it may be the only one. */
export interface Talk {
  recording: string | null;
  socket: string;
}

/** As the responder has it, which takes the id of a recording of one socket too. */
export function talkOf(recorded: unknown): Talk {
  if (typeof recorded === 'object' && recorded !== null) return recorded as Talk;
  return { recording: null, socket: String(recorded) };
}
