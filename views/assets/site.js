// Small comforts; every page works without them.
for (const button of document.querySelectorAll('[data-copy-button]')) {
  const text = button.parentElement?.querySelector('[data-copy]')?.textContent ?? '';
  const word = button.querySelector('span');
  button.hidden = navigator.clipboard === undefined;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    word.textContent = button.dataset.done;
  });
}

// A form that is sent twice is sent once.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// Sorting and the like apply when changed; the button stays for everybody else.
for (const control of document.querySelectorAll('[data-submit-on-change]')) {
  control.addEventListener('change', () => control.form?.requestSubmit());
}

document.querySelector('#error-summary')?.focus();

// Leaving warns only when something typed would be lost.
let isTyped = false;
for (const form of document.querySelectorAll('form[data-warn]')) {
  form.addEventListener('input', () => {
    isTyped = true;
  });
  form.addEventListener('submit', () => {
    isTyped = false;
  });
}
addEventListener('beforeunload', (event) => {
  if (isTyped) event.preventDefault();
});
