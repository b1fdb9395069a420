import { h, render, type ComponentType } from 'preact';

/** An element of the page that a component fills, in the light DOM so that the page's styles reach it. */
export function island(name: string, component: ComponentType): void {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        this.replaceChildren();
        render(h(component, null), this);
      }

      disconnectedCallback(): void {
        render(null, this);
      }
    },
  );
}
