/** Files that Node cannot load: only a bundler's settings tell where it finds them. */

const asset =
  /\.(css|scss|sass|less|styl|svg|png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|eot|otf|mp[34]|ogg|wav|webm|wasm|html?|mdx?|txt|json5|ya?ml|toml|csv|tsv|graphql|gql|glsl|vert|frag|wgsl|proto|pug|hbs|ejs|raw|xml|pdf|zip|bin)$/i;

export function isBundledAsset(path: string): boolean {
  return asset.test(path);
}
