// SPDX-License-Identifier: Apache-2.0

// Names under which shop programs keep the facts of goods. Compared in lower case without `_` and `-`.
const set = (names: string): string[] => names.split(' ');

export const TITLE = set(
  'rawtitle goodsname productname producttitle itemname itemtitle skuname warename wname subject spuname sputitle goodstitle commodityname offertitle title name displayname fullname shorttitle',
);
export const PRICE = set(
  'saleprice saleprices currentprice promotionprice promoprice finalprice specialprice discountprice discountedprice activityprice seckillprice viewprice jdprice groupprice mingroupprice price goodsprice shopprice sellprice sellingprice retailprice unitprice pricemin minprice lowestprice itemprice skuprice nowprice realprice actualprice currentprices pricerange prices priceinfo pricecents priceincents pricefen salepricefen priceinfen pricestr priceamount minimumprice defaultitemprice reserveprice',
);
export const FORMER = set(
  'marketprice originalprice originprice origprice oldprice listprice lineprice compareatprice msrp wasprice regularprice reserveprice normalprice minnormalprice crossedprice mprice otprice tagprice scribingprice linethroughprice priceoriginal strikethroughprice',
);
export const MAX = set('maxprice pricemax highestprice maxgroupprice');
export const CURRENCY = set('currency currencycode pricecurrency currencyid currencyiso currencysymbol');
export const SKU = set(
  'sku skuid goodssn goodscode productcode itemcode itemno skucode goodsid productid itemid nid numiid wareid offerid spuid id code',
);
export const GTIN = set('gtin gtin13 barcode ean ean13 upc isbn barcodes');
export const URL = set(
  'url detailurl goodsurl itemurl producturl link href permalink absoluteurl canonicalurl jumpurl clickurl seourl producturlpath',
);
export const IMAGE = set(
  'image images img imgs pic pics picurl picurls picpath imageurl imageurls thumb thumbnail cover coverurl mainimage mainpic featuredimage goodsimg goodsimage goodsthumb gallery hdthumburl thumburl imgurl',
);
export const SHOP = set(
  'shopname storename nick sellername merchantname mallname shop store mall merchant shopinfo seller sellernick',
);
export const BRAND = set('brand brandname vendor manufacturer');
export const STOCK = set(
  'availability stock inventory stocknum stockquantity quantity stockstatus available instock isinstock availableforsale soldout issoldout onsale isonsale totalstock stockcount qty',
);
export const DESCRIPTION = set(
  'description desc goodsdesc shortdescription subtitle brief bodyhtml metadescription',
);
export const CATEGORY = set('category categoryname catname producttype');
/** Below these nothing is on offer here. */
export const ELSEWHERE =
  /^(?:cart|minicart|coupons?|orders?|shipping|delivery|payment|paymentmethods|user|customer|address(?:es)?|breadcrumbs?|filters?|facets?|menu|nav|navigation|translations?|i18n|messages|locale|plans?|reviews?|comments|promotions?|skuprops|variants|skus|skulist|skubase|sku2info|skumap|options|children|offers|pricehistory)$/;

export const plainKey = (key: string): string => key.toLowerCase().replace(/[_-]/g, '');
