// Offers the student's functions to the figures of the page (tests/web/explorables/page/own.js).
/* global Explore */
import { load_drawn_by_own, save_drawn_by_own } from './storage.js';

/// `object`: what the student's file was compiled to. It is linked when a figure asks, and once.
export function offer_to_figures({ folder, name, steps_of }, checker, object) {
    if (typeof Explore === 'undefined') { // the page has no figures that can be touched
        return;
    }
    let module = null;
    Explore.offerOwn({
        module: () => {
            module ??= checker.module_of_figures(object, folder);
            module.catch(() => { module = null; });
            return module;
        },
        namespace: name,
        steps: steps_of,
        isChosen: () => load_drawn_by_own(folder),
        choose: (own) => save_drawn_by_own(folder, own),
    });
}
