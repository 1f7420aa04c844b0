// Elements of a page, made by scripts.

export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
}

export function button(text, action) {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', action);
    return made;
}

/// A button that asks for a file of these kinds.
export function file_button(text, kinds, take) {
    const input = element('input', { type: 'file', accept: kinds, hidden: '' });
    input.addEventListener('change', () => {
        const [file] = input.files;
        if (file !== undefined) {
            take(file);
        }
        input.value = '';
    });
    return element('span', {}, input, button(text, () => input.click()));
}
