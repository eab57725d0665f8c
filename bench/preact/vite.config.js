import { join } from "node:path";

// Preact is among the packages that the bench has installed, and not beside these sources.
export default {
  base: "./",
  resolve: { alias: { preact: join(process.env.NODE_MODULES, "preact") } },
};
