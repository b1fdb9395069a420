const WITH_PORT = /^(.+)(:\d+)(.*)$/s;

/** An address on a line that may be too short: the host gives way, and the port stays. */
export function AddressText({ text }: { text: string }) {
  const [, host = text, port = '', note = ''] = WITH_PORT.exec(text) ?? [];
  return (
    <span class="address-text" title={text}>
      <span class="cut">{host}</span>
      {port}
      <span class="cut note">{note}</span>
    </span>
  );
}
