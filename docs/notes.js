// What the notes do beyond Doxygen Awesome: dark mode, copy buttons, animations that pause.
"use strict";

DoxygenAwesomeDarkModeToggle.init();
DoxygenAwesomeFragmentCopyButton.init();
DoxygenAwesomeParagraphLink.init();
DoxygenAwesomeInteractiveToc.init();

document.addEventListener("DOMContentLoaded", () => {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    for (const figure of document.querySelectorAll("figure.animated")) {
        const button = document.createElement("button");
        button.type = "button";
        const show = (paused) => {
            figure.classList.toggle("paused", paused);
            button.textContent = paused ? "Play the animation" : "Show the still picture";
            button.setAttribute("aria-pressed", String(paused));
        };
        button.addEventListener("click", () => show(!figure.classList.contains("paused")));
        figure.querySelector("figcaption").append(button);
        show(calm);
    }
});
