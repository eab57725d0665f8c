// Bundled by Vite: the package is imported by its name, and Vite takes the WebAssembly along as a file of its own.

import { load } from 'service-user-rules';

const rules = await load();
const name = document.querySelector('[name=friendly_name]');
name.addEventListener('input', () => {
  const { faults } = rules.validateFriendlyName({ friendly_name: name.value }, { taken_names: ['Build signer'] });
  document.querySelector('output').textContent = faults.map((fault) => fault.message).join(' ');
});
document.documentElement.dataset.ready = 'yes';
