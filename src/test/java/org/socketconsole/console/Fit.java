package org.socketconsole.console;

import com.microsoft.playwright.Page;

import java.util.List;

/// What is on the screen and is not as it should be: what ends at an edge without a sign that there
/// is more, targets that lie over each other, and what scrolls without need. Of a page with a
/// dialog or a menu, in it.
final class Fit {

    private static final String SEEN =
            """
            const root = [...document.querySelectorAll('dialog[open], :popover-open')].at(-1) ?? document.body;
            const ancestors = (each) => (each === root.parentElement ? [] : [each, ...ancestors(each.parentElement)]);
            const style = (each) => getComputedStyle(each);
            const isSeen = (each) =>
              each.checkVisibility({ visibilityProperty: true }) &&
              !ancestors(each).some((one) => one.matches('.skip') || style(one).clipPath !== 'none');
            const told = (each) =>
              `${each.tagName.toLowerCase()}.${each.className} of ${each.parentElement.className}: ${each.textContent.trim().slice(0, 40)}`;
            """;

    /// A row of links or chips scrolls sideways, and so does what is never broken: a table of
    /// bytes, code. What scrolls has no height of its own, and may be left without any.
    private static final String CUT =
            """
            () => {
              %s
              const scrolls = (each) => each.matches('.detail-tabs, .chips, .link-row, pre, .hex-rows, .turns');
              const ends = (each) => each.matches('option, textarea, script, style') || style(each).textOverflow === 'ellipsis';
              const boxOf = (node) => {
                if (node instanceof Element) return node.getBoundingClientRect();
                const range = document.createRange();
                range.selectNode(node);
                return range.getBoundingClientRect();
              };
              // What ends with a sign may itself be outside.
              const isCut = (node) => {
                const { left, right, width } = boxOf(node);
                const up = ancestors(node.parentElement);
                const last = up.findIndex((each) => scrolls(each) || ends(each));
                const isOutside = width > 1 && (last < 0 ? up : up.slice(0, last)).some((each) => {
                  const edge = each.getBoundingClientRect();
                  return style(each).overflowX !== 'visible' && (left < edge.left - 2 || right > edge.right + 2);
                });
                return isOutside || (last >= 0 && !scrolls(up[last]) && isCut(up[last]));
              };
              const isFlat = (each) => style(each).overflowY !== 'visible' && each.clientHeight < 2 && each.scrollHeight > 8;
              const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
              const found = [...root.querySelectorAll('button, select, input')].filter((each) => isSeen(each) && isCut(each)).map(told);
              found.push(...[...root.querySelectorAll('ul, ol, nav, div, p, section')].filter((each) => isSeen(each) && isFlat(each)).map(told));
              while (texts.nextNode()) {
                const each = texts.currentNode.parentElement;
                if (texts.currentNode.data.trim() !== '' && isSeen(each) && isCut(texts.currentNode)) found.push(told(each));
              }
              return found;
            }
            """
                    .formatted(SEEN);

    /// What a row does as a whole lies under its buttons.
    private static final String OVERLAPPING =
            """
            () => {
              %s
              const boxOf = (each) =>
                ancestors(each.parentElement).reduce((box, one) => {
                  if (style(one).overflowX === 'visible') return box;
                  const edge = one.getBoundingClientRect();
                  return {
                    left: Math.max(box.left, edge.left),
                    top: Math.max(box.top, edge.top),
                    right: Math.min(box.right, edge.right),
                    bottom: Math.min(box.bottom, edge.bottom),
                  };
                }, each.getBoundingClientRect());
              const targets = [...root.querySelectorAll('button, select, input, textarea, summary, a[href]')]
                .filter((each) => isSeen(each) && !each.closest('.filter-drop'))
                .map((each) => ({ each, ...boxOf(each) }))
                .filter((one) => one.right - one.left > 2 && one.bottom - one.top > 2);
              const meet = (one, other) =>
                Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
                Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
              const isWithin = (one, other) => one.each.contains(other.each) || other.each.contains(one.each);
              return targets.flatMap((one, index) =>
                targets
                  .slice(index + 1)
                  .filter((other) => !isWithin(one, other) && meet(one, other))
                  .map((other) => `${told(one.each)} | ${told(other.each)}`));
            }
            """
                    .formatted(SEEN);

    /// A scroll bar that leads nowhere: by a few pixels, or sideways where nothing scrolls so.
    private static final String SCROLLING_FOR_NOTHING =
            """
            () => {
              %s
              const isSideways = (each) => each.matches('.detail-tabs, .chips, .link-row, pre, .hex-rows, .turns, .table-scroller, textarea, input');
              const scrolls = (each, axis) => ['auto', 'scroll'].includes(style(each)[`overflow${axis}`]);
              const isFew = (pixels) => pixels > 0 && pixels < 6;
              return [...root.querySelectorAll('*')]
                .filter((each) => isSeen(each))
                .filter((each) =>
                  (scrolls(each, 'X') && each.scrollWidth > each.clientWidth && !isSideways(each)) ||
                  (scrolls(each, 'Y') && isFew(each.scrollHeight - each.clientHeight)))
                .map((each) => `${told(each)}: ${each.scrollWidth}x${each.scrollHeight} in ${each.clientWidth}x${each.clientHeight}`);
            }
            """
                    .formatted(SEEN);

    private Fit() {}

    static List<?> cut(Page page) {
        return (List<?>) page.evaluate(CUT);
    }

    static List<?> scrollingForNothing(Page page) {
        return (List<?>) page.evaluate(SCROLLING_FOR_NOTHING);
    }

    static List<?> overlapping(Page page) {
        return (List<?>) page.evaluate(OVERLAPPING);
    }
}
