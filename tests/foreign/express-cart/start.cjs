// SPDX-License-Identifier: Apache-2.0
// Starts expressCart (not written here) on its own sample goods. argv: port, changes to its settings as JSON, goods to
// show as not published as JSON. Its database is an in-memory stand-in (see overrides in package.json): goods are put in
// before the program begins.
const fs = require('node:fs');
const path = require('node:path');

const home = path.join(__dirname, 'node_modules', 'express-cart');
const [port, settings, changes] = process.argv.slice(2);
process.chdir(home);
process.env.PORT = port;
process.env.NODE_ENV = 'production';
// Its own way to be configured: a file beside its settings.
fs.writeFileSync(path.join(home, 'config', 'settings-local.json'), settings);
const common = require(path.join(home, 'lib', 'common'));
const { initDb } = require(path.join(home, 'lib', 'db'));
const data = JSON.parse(fs.readFileSync(path.join(home, 'bin', 'testdata.json'), 'utf8'));

initDb(common.getConfig().databaseConnectionString, async (error, db) => {
  if (error) throw error;
  for (const goods of data.products) {
    goods.productAddedDate = new Date();
    Object.assign(goods, JSON.parse(changes)[goods.productPermalink]);
  }
  await db.users.insertMany(data.users);
  await db.products.insertMany(data.products);
  await db.menu.insertOne(data.menu);
  require(path.join(home, 'app.js'));
  const rows = await db.products.find({}).toArray();
  process.stdout.write(
    `goods ${JSON.stringify(
      rows.map((row) => ({
        code: String(row._id),
        path: `/product/${row.productPermalink}`,
        name: row.productTitle,
        price: Number(row.productPrice),
        stock: row.productStock,
        published: row.productPublished,
      })),
    )}\n`,
  );
});
