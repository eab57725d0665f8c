// While developing, Vite bundles packages beforehand into a folder where the WebAssembly would not be found.
export default {
  base: './',
  build: { target: 'es2022' },
  optimizeDeps: { exclude: ['service-user-rules'] },
};
