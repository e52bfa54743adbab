-- head 91:5d598163534a1b0b37696d8290d4feda2942899a027e01dc26c4bddcbcd254cc
PRAGMA page_size = 32768;
PRAGMA application_id = 1349286227;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE journal (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    format TEXT NOT NULL,   -- plysync-journal-1
    id BLOB NOT NULL CHECK (length(id) = 16),   -- random
    created INTEGER NOT NULL    -- microseconds since 1970, UTC
) STRICT;
INSERT INTO journal VALUES(1,'plysync-journal-1',X'7ca4d7c9a00fc8baa4991d590a00af31',1795454530506265);
CREATE TABLE names (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
INSERT INTO names VALUES(1,'20261123T172210Z-60a258');
INSERT INTO names VALUES(2,'plysync');
INSERT INTO names VALUES(3,'RunStarted');
INSERT INTO names VALUES(4,'ScopeFixed');
INSERT INTO names VALUES(5,'amazon:default:US');
INSERT INTO names VALUES(6,'PageObserved');
INSERT INTO names VALUES(7,'ProductExported');
INSERT INTO names VALUES(8,'SourceCompleted');
INSERT INTO names VALUES(9,'plytix:a6cc6dfe970bace7f8b81f43');
INSERT INTO names VALUES(10,'TargetBound');
INSERT INTO names VALUES(11,'CanonicalObserved');
INSERT INTO names VALUES(12,'MatchFound');
INSERT INTO names VALUES(13,'TargetLearned');
INSERT INTO names VALUES(14,'EffectIntended');
INSERT INTO names VALUES(15,'SchemaDefined');
INSERT INTO names VALUES(16,'AssetUploaded');
INSERT INTO names VALUES(17,'ProductCreated');
INSERT INTO names VALUES(18,'AttributesSet');
INSERT INTO names VALUES(19,'GallerySet');
INSERT INTO names VALUES(20,'ThumbnailSet');
INSERT INTO names VALUES(21,'FamilyAssigned');
INSERT INTO names VALUES(22,'RelationLinked');
INSERT INTO names VALUES(23,'LimitObserved');
INSERT INTO names VALUES(24,'RunFinished');
INSERT INTO names VALUES(25,'20261123T172211Z-ebcad8');
CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,   -- 1, 2, 3 and so on, without gaps
    time INTEGER NOT NULL,  -- microseconds since 1970, UTC; never decreases
    run INTEGER NOT NULL,   -- in names
    system INTEGER NOT NULL,    -- in names
    kind INTEGER NOT NULL,  -- in names
    version INTEGER NOT NULL,   -- of the body's form
    subjects TEXT NOT NULL, -- JSON array of references
    cause TEXT NOT NULL,    -- JSON array of sequence numbers
    body_hash BLOB NOT NULL CHECK (length(body_hash) = 32), -- SHA-256 of the body
    hash BLOB NOT NULL CHECK (length(hash) = 32),   -- the link of the chain
    body TEXT   -- a JSON object; NULL when it was redacted
) STRICT;
INSERT INTO events VALUES(1,1795454530544626,1,2,3,1,'["run:20261123T172210Z-60a258"]','[]',X'4cb8826c14744f073825404d9dbe94faa4b726d39286be98e4325ca5750758d7',X'6f325dda099f46b14a294f6958e79f3ab7b712d229a43aaf2c784e35b3f5a8e5','{"run":"20261123T172210Z-60a258","program":"1.0.0","normaliser":1,"rules":1,"settingsHash":"dae3029a6e0d202398162eb877c57a06e1d678dc658c90074b0447d62385d84f","settings":{"amazon":{"api_url":"http://127.0.0.1:45433","brand":null,"credentials":true,"marketplaces":["US"],"seller":"default","token_url":"http://127.0.0.1:45433/auth/o2/token"},"attributes":[{"from":"asin","label":"amazon_asin","rule":"always","type":"Text"},{"from":"parent_asin","label":"amazon_parent_asin","rule":"always","type":"Text"},{"from":"title","label":"amazon_title","rule":"always","type":"Text"},{"from":"marketplace","label":"amazon_marketplace","rule":"always","type":"Dropdown"},{"from":"canonical_sku","label":"amazon_canonical_sku","rule":"always","type":"Text"},{"from":"item_classification","label":"amazon_item_classification","rule":"always","type":"Dropdown"},{"from":"brand","label":"amazon_brand","rule":"always","type":"Text"},{"from":"model_number","label":"amazon_model_number","rule":"always","type":"Text"},{"from":"size","label":"amazon_size","rule":"fill-empty","type":"Text"},{"from":"color","label":"amazon_color","rule":"fill-empty","type":"Text"},{"from":"upc","label":"amazon_upc","rule":"fill-empty","type":"Text"},{"from":"ean","label":"amazon_ean","rule":"fill-empty","type":"Text"},{"from":"gtin","label":"amazon_gtin","rule":"fill-empty","type":"Text"},{"from":"variation_theme","label":"amazon_variation_theme","rule":"always","type":"Text"},{"label":"amazon_is_primary","rule":"never","type":"Boolean","value":false},{"from":"last_written","label":"amazon_last_synced","rule":"always","type":"Date"}],"file":null,"images":{"keep":null,"max_per_product":20,"on_removal":"keep"},"journal":"/tmp/catalogue/plysync.journal","limits":{"amazon_per_second":null,"attempts":5,"concurrency":8,"mass_change":0.05,"max_requests":null,"plytix":null,"tries":5,"write_hours":null},"match":{"attributes":{"ean":"ean","model_number":"model_number","upc":"upc"},"exclude_sku_prefixes":[],"rules":["gtin","ean","upc","model_number"],"unmatched":"create"},"max_age":86400,"plytix":{"family":"Amazon","gallery":"amazon_images","label":"title","quota_reserve":0.2,"relations":{"hierarchy":"Amazon Hierarchy","listings":"Amazon Listings"},"sku_format":"AMZN-{marketplace}-{asin}","status":"Draft"},"settle":{"arrival":120,"search_lag":10},"target":"default","targets":{"default":{"api_url":"http://127.0.0.1:45433","auth_url":"http://127.0.0.1:45433/auth/api/get-token","credentials":true}},"time_zone":"UTC","zone_offset":0},"command":["plysync","sync","--brand","Sandbox Brand","--execute"],"execute":true}');
INSERT INTO events VALUES(2,1795454530544626,1,2,4,1,'["run:20261123T172210Z-60a258"]','[1]',X'3dea0fcc33107e669f85f267ca83ac065eafcc651eba52fc786f15f2cc403a03',X'f231a36396897f0557ac7313e6d4a0908917ac1995228f34b56e6ea8ee083438','{"run":"20261123T172210Z-60a258","scope":{"source":{"kind":"brand","text":"Sandbox Brand"},"marketplaces":["US"],"includesParents":true},"fingerprint":"cc6964cbc60fafc22e313b4d104bc44811da051c51278c9653fb525bd0e48419"}');
INSERT INTO events VALUES(3,1795454530581880,1,5,6,1,'[]','[]',X'60586541a1b7f327b88a29faeb468abe0ec0a1b62c4c78176e05cb2a551a8190',X'cb8dd4a418b84696056f0bf0e581a3f171b6a9d859dfea9c9c5db3efdff213c9','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","page":1,"requestID":"3ec2d42f-3a45-cc6e-6495-0d26293ff4ff","date":"Mon, 23 Nov 2026 17:22:10 GMT","announced":1,"items":[{"subject":"asin:US/B0C1TZKBAU","hash":"b1d27fe2b5e17c764fb5b738d4b9818ed7bef5f2f6a71abd11d8be86ce85372d"}],"absent":[]}');
INSERT INTO events VALUES(4,1795454530581880,1,5,7,1,'["asin:US/B0C1TZKBAU"]','[3]',X'47216881c6c7a0fb82f3ea380d55b3d2488a9bfe2fc2da7d0acf7c37e06392f0',X'fa88943a3926d101c85bc86d2fb9804c2e3bce79d1e80904d1e0008d7ed42308','{"item":{"key":"US/B0C1TZKBAU","title":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","brand":"Sandbox Brand","modelNumber":"WDMXW44","partNumber":"WDMXW44-W-08","size":"8 Wide","color":"Saddle/Multi","manufacturer":"Sandbox Brand","productType":"SHOES","classification":"BASE_PRODUCT","identifiers":[{"type":"EAN","value":"0812300000013"},{"type":"UPC","value":"812300000013"}],"parents":[],"children":[],"pictures":[{"slot":"MAIN","url":"http://127.0.0.1:45433/images/I/77Na3q6uHKL.jpg","width":2000,"height":1400},{"slot":"MAIN","url":"http://127.0.0.1:45433/images/I/547lF10ATtL.jpg","width":500,"height":350},{"slot":"MAIN","url":"http://127.0.0.1:45433/images/I/547lF10ATtL._SL75_.jpg","width":75,"height":52}]},"itemHash":"b1d27fe2b5e17c764fb5b738d4b9818ed7bef5f2f6a71abd11d8be86ce85372d","raw":"258b49e36a499b71e22aa166dbde00cacd1596f29ab9c032bf6ff9036720f6ad"}');
INSERT INTO events VALUES(5,1795454530592851,1,5,8,1,'[]','[]',X'3d84300587a10bec4e4afc9527fbafa2c536194fbd983b1d01c51de687d5a6d9',X'50a645693dcce7020c045d84fff0d6a19e691e43b2e277e87fccf0b1569de0af','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","seen":1,"announced":1,"stop":"end","whole":true}');
INSERT INTO events VALUES(6,1795454530602479,1,9,10,1,'["target:default"]','[]',X'509cb05dacf1d288f2cb2c2e1f1d413ad516dad1628ae69be8eaebab506726de',X'd58994eae84f832f096b8946eeb4f1fa74ce833b70736106e709704ea2b26775','{"alias":"default","account":"a6cc6dfe970bace7f8b81f43","how":"claims","evidence":{}}');
INSERT INTO events VALUES(7,1795454530626944,1,9,6,1,'[]','[]',X'77c9655afea06923dee44114a0b6ad9abd7b5db1293cd0c8030f21786762e0d6',X'8857286477a84c97b6a26bba453cfab12f30462b5561da835b4c68edf2aa5b65','{"source":"plytix.searchProducts","cell":"canonicals","page":1,"date":"Mon, 23 Nov 2026 17:22:10 GMT","announced":18,"items":[{"subject":"sku:WDMXW44","hash":"9ab25fb8923f91772220d1201ebca8e9c151108ffdaabec10cc3f9e2385ca844"},{"subject":"sku:WDMXW44-EE-07.5","hash":"3db9ed53ca1ccbe5f43eb87439e2c3b463f92e627125fcdda496ff7d626a1418"},{"subject":"sku:WDMXW44-EE-08","hash":"b2b9919188e971e03cf0c11bbe59d26e4568170a7f28af9a2b47dc602181f23b"},{"subject":"sku:WDMXW44-EE-09","hash":"f1ac3786cb2e29822746637b15da99e83010ee42a56567ac8a32e2e7d6b83472"},{"subject":"sku:WDMXW44-EE-11","hash":"5f06848ed62deb3c04bb9ace112b705099e46fe78efe0c2e9aa835822a1010df"},{"subject":"sku:WDMXW44-EE-11.5","hash":"9dcc3549fda56dea99bac596f02ff2c3113a11fa11d420e924bb69bc16c2aa6b"},{"subject":"sku:WDMXW44-EE-12","hash":"408671b248d580553f22a4b8c3f9ecf7b94c06ccf4221eed2c2f8a346b351466"},{"subject":"sku:WDMXW44-EE-13","hash":"808636ebf3789933b133dc7dd1af82bdf80a393264d36c96c54a47a8811db77c"},{"subject":"sku:WDMXW44-M-08","hash":"cd21f9375101082023bb978e33e8b070593fe4e4f9dc3b66adae7a94fce86d6a"},{"subject":"sku:WDMXW44-M-10","hash":"884ea46578c1cfe83a387646716a3bfb2144c6bccbef74c1ed49fe8bf09c4076"},{"subject":"sku:WDMXW44-M-10.5","hash":"55164a76e75c8c3460d8f8886d99b49219d7b206ea6a40802b5d182ca6614a0b"},{"subject":"sku:WDMXW44-M-11","hash":"e435d3e6c3dc4d25d1799391a74d2404adb8548877b0ebca73280023e7efc927"},{"subject":"sku:WDMXW44-M-11.5","hash":"83808183f8f53a896c00dcc7dd45019f07322dc709e368fd254510d08ebc3db6"},{"subject":"sku:WDMXW44-M-13","hash":"f5e84e122b6afa9873501dc126ff0e1e954ce505f63943621a9e010f2e3172e2"},{"subject":"sku:WDMXW44-W-07","hash":"6d25bf774e06f04ac26420ed5f371e1a22766a3aded694189e3f04f73299ee43"},{"subject":"sku:WDMXW44-W-08","hash":"4de40f1b83f455c41b6c6443deab80a68b3ed082976f5a26eca108011b805ee8"},{"subject":"sku:WDMXW44-W-08.5","hash":"a2e194cd8b3d5daf6040a1d5a8b4e5906d91691f9824f23a195870d8d649f772"},{"subject":"sku:WDMXW44-W-10","hash":"d7c40e05e8feea39db7cd1c74148073b4d8ca495579571421ea9010f51d98e80"}],"absent":[]}');
INSERT INTO events VALUES(8,1795454530626944,1,9,11,1,'["sku:WDMXW44"]','[7]',X'10e8d49a278fd7d8d96df1b39af1662a1a2076a7a5f4f724993e83fee648d872',X'f46fc1c3d2231b65412963b95a43e8254fe2d82a27c66e82c57e0783a5c207cc','{"canonical":{"id":"f84619e27e47a2635cc8a6a2","sku":"WDMXW44","label":"Saltgrass Boat Shoe"},"hash":"9ab25fb8923f91772220d1201ebca8e9c151108ffdaabec10cc3f9e2385ca844"}');
INSERT INTO events VALUES(9,1795454530626944,1,9,11,1,'["sku:WDMXW44-EE-07.5"]','[7]',X'e7e505e2e281c5308af5cf51578212063f355946e83c7351180c486040f13e53',X'891b90194e4752c0174da95fc3bb71ae2f0b76f385c34437ad2402986a291016','{"canonical":{"id":"5b5d7cff6ca5148c70daba1c","sku":"WDMXW44-EE-07.5","label":"Saltgrass Boat Shoe EE-07.5","gtin":"012300000062","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"3db9ed53ca1ccbe5f43eb87439e2c3b463f92e627125fcdda496ff7d626a1418"}');
INSERT INTO events VALUES(10,1795454530626944,1,9,11,1,'["sku:WDMXW44-EE-08"]','[7]',X'54e58ef680635944d7b80b31009129b864f83448c42d2366bfea72874f646685',X'77cd41f847b910c53c1def9cfd95c8b208c4b03647599c2735f9219ae4e5f238','{"canonical":{"id":"a49ca1cf22fde071e7baef75","sku":"WDMXW44-EE-08","label":"Saltgrass Boat Shoe EE-08","gtin":"012300000147","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"b2b9919188e971e03cf0c11bbe59d26e4568170a7f28af9a2b47dc602181f23b"}');
INSERT INTO events VALUES(11,1795454530626944,1,9,11,1,'["sku:WDMXW44-EE-09"]','[7]',X'f7f4de6d255363a25d7857291d744ed2b8f4b442674648df54e15b9f28e94e38',X'2bb03a8f981de1001f044f072d7965259668d208c6e2a425155d841e3e32da2f','{"canonical":{"id":"abf42ff48539270b3e3cd828","sku":"WDMXW44-EE-09","label":"Saltgrass Boat Shoe EE-09","gtin":"012300000086","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"f1ac3786cb2e29822746637b15da99e83010ee42a56567ac8a32e2e7d6b83472"}');
INSERT INTO events VALUES(12,1795454530626944,1,9,11,1,'["sku:WDMXW44-EE-11"]','[7]',X'63220a76b574b962427c8fa3037fcc175f0a1faec8788deb878d9d3d50a1b991',X'a2b051c0baf46ec542199dc3cf0f02cc263d7e980907ebb973c0f5580cce33f8','{"canonical":{"id":"b6179ad9275c30240a68d7f8","sku":"WDMXW44-EE-11","label":"Saltgrass Boat Shoe EE-11","gtin":"812300000051","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"5f06848ed62deb3c04bb9ace112b705099e46fe78efe0c2e9aa835822a1010df"}');
INSERT INTO events VALUES(13,1795454530626944,1,9,11,1,'["sku:WDMXW44-EE-11.5"]','[7]',X'04e177300a0b96ffde70b65f9241e0c2ac156400515329720296fe088ce8a4b8',X'4e364d177b3ab7a76a1624e1b0a22787f9d56b17bfe45c8b7dcc50dae77df2df','{"canonical":{"id":"740716b3777d52a5829d43d1","sku":"WDMXW44-EE-11.5","label":"Saltgrass Boat Shoe EE-11.5","gtin":"012300000048","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"9dcc3549fda56dea99bac596f02ff2c3113a11fa11d420e924bb69bc16c2aa6b"}');
INSERT INTO events VALUES(14,1795454530626944,1,9,11,1,'["sku:WDMXW44-EE-12"]','[7]',X'987291a2964a3522205232b79fe39a508d1743a0ff3693449a48d3501f159a17',X'a3a6939087101e9624ca28c3e4360978e6ea20653fc8f00af497c81149c24da1','{"canonical":{"id":"7a6b8534e7d80848650b9114","sku":"WDMXW44-EE-12","label":"Saltgrass Boat Shoe EE-12","gtin":"812300000150","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"408671b248d580553f22a4b8c3f9ecf7b94c06ccf4221eed2c2f8a346b351466"}');
INSERT INTO events VALUES(15,1795454530626944,1,9,11,1,'["sku:WDMXW44-EE-13"]','[7]',X'283204b61fc5539b276a3de640972c38e6c1068e55010fa237f8cbbcc9db2ccb',X'7eec82d52e8c550e447d338f9b60df900208154f3f05ac20aa3cf50b0bbb883b','{"canonical":{"id":"aee25e86c87f484582ae8704","sku":"WDMXW44-EE-13","label":"Saltgrass Boat Shoe EE-13","gtin":"812300000037","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"808636ebf3789933b133dc7dd1af82bdf80a393264d36c96c54a47a8811db77c"}');
INSERT INTO events VALUES(16,1795454530626944,1,9,11,1,'["sku:WDMXW44-M-08"]','[7]',X'700426c3db0d638d2ae60abc0605c64631a80dc864b839c5ccb60b0fbdcbebce',X'8aeb09a0eb36095e64fc04bd7b2f0a73d01aef94deaaca364ea5efca60d49c0e','{"canonical":{"id":"322566a37f34fb98ac6200d6","sku":"WDMXW44-M-08","label":"Saltgrass Boat Shoe M-08","gtin":"812300000136","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"cd21f9375101082023bb978e33e8b070593fe4e4f9dc3b66adae7a94fce86d6a"}');
INSERT INTO events VALUES(17,1795454530626944,1,9,11,1,'["sku:WDMXW44-M-10"]','[7]',X'248427444ea9e4ab41a2d60453db59998308c84ba3f909ed5cf6b5ab33dd4126',X'adce3573992a36389da3cd4c49cf642efaf6a51951dcb38328908d1289119636','{"canonical":{"id":"5dfc82b25f1f6a59b8fa3cf7","sku":"WDMXW44-M-10","label":"Saltgrass Boat Shoe M-10","gtin":"012300000123","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"884ea46578c1cfe83a387646716a3bfb2144c6bccbef74c1ed49fe8bf09c4076"}');
INSERT INTO events VALUES(18,1795454530626944,1,9,11,1,'["sku:WDMXW44-M-10.5"]','[7]',X'3d35392b14e78aa8e41e618baa1bcf7de59fe15d0414e6683dc5050266913a0b',X'a0f5d86d064e49821666af0dce99cdd7236db313e7c8800d12f2981341701c75','{"canonical":{"id":"a3789e0b04c91a1192bfdc5d","sku":"WDMXW44-M-10.5","label":"Saltgrass Boat Shoe M-10.5","gtin":"012300000024","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"55164a76e75c8c3460d8f8886d99b49219d7b206ea6a40802b5d182ca6614a0b"}');
INSERT INTO events VALUES(19,1795454530626944,1,9,11,1,'["sku:WDMXW44-M-11"]','[7]',X'd744373b7248799089c5d384f65ba7b5c6130f6968d513bd90c0ccecb3b24179',X'95cce6785ddcb92c5f0dc197df58362065dccf5f23f0b6015b6f951ae3772c2e','{"canonical":{"id":"64ca5cfa82d77ed6936c7306","sku":"WDMXW44-M-11","label":"Saltgrass Boat Shoe M-11","gtin":"812300000099","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"e435d3e6c3dc4d25d1799391a74d2404adb8548877b0ebca73280023e7efc927"}');
INSERT INTO events VALUES(20,1795454530626944,1,9,11,1,'["sku:WDMXW44-M-11.5"]','[7]',X'3b2aeaae57073fe362f624ebf08b1177428805320ecda75f08b1e2124996cc91',X'849faca7d3b0b0ec27be278ff451b5c88d75a4f7cf9d68ccde60f278940b784c','{"canonical":{"id":"ee803013579132d8d769b8c4","sku":"WDMXW44-M-11.5","label":"Saltgrass Boat Shoe M-11.5","gtin":"012300000109","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"83808183f8f53a896c00dcc7dd45019f07322dc709e368fd254510d08ebc3db6"}');
INSERT INTO events VALUES(21,1795454530626944,1,9,11,1,'["sku:WDMXW44-M-13"]','[7]',X'94be25696924cdcfa2cc56e12888e3085e6522df08aaa7c21eeccf01e67f660b',X'4c772fbf0e25b1d5f0ecae2829674fbb4dd02e706d57b856dbe1f7395fea37f0','{"canonical":{"id":"8af5d71c17133659126a3c34","sku":"WDMXW44-M-13","label":"Saltgrass Boat Shoe M-13","gtin":"812300000075","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"f5e84e122b6afa9873501dc126ff0e1e954ce505f63943621a9e010f2e3172e2"}');
INSERT INTO events VALUES(22,1795454530626944,1,9,11,1,'["sku:WDMXW44-W-07"]','[7]',X'8189c4e86f2a4d06c292d346fcc2e2118c15cfcfec39c904f70862dbc9498a68',X'1f104cd6e5dfc3f6bbb77ad1cbe6dcf09dda8ed9d7607d2ecdf7ae9bbe855357','{"canonical":{"id":"667d03d0b9c6f51648f04b1e","sku":"WDMXW44-W-07","label":"Saltgrass Boat Shoe W-07","gtin":"812300000174","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"6d25bf774e06f04ac26420ed5f371e1a22766a3aded694189e3f04f73299ee43"}');
INSERT INTO events VALUES(23,1795454530626944,1,9,11,1,'["sku:WDMXW44-W-08"]','[7]',X'8b480aade6076439bd97cc0b2a6b6774e5607afbc8da4e31ea2dd3fc9fa48673',X'8209769f096d378cf08a0573f2e2a2b5dbda79a8aa0e7f3aad45012a234d5e1c','{"canonical":{"id":"3c8d0b37b7e9aa5e018f6c8f","sku":"WDMXW44-W-08","label":"Saltgrass Boat Shoe W-08","gtin":"812300000013","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"4de40f1b83f455c41b6c6443deab80a68b3ed082976f5a26eca108011b805ee8"}');
INSERT INTO events VALUES(24,1795454530626944,1,9,11,1,'["sku:WDMXW44-W-08.5"]','[7]',X'3be02169898419b5c1985c6babd9075be60975afa1febd19cc0ea2a4bc8104ae',X'ea5b448cf8b229a61bacceccc6f5e95a8f90769eaabe619cded8a8536ecb6ab8','{"canonical":{"id":"53be99b8c720b5753fc8b6e6","sku":"WDMXW44-W-08.5","label":"Saltgrass Boat Shoe W-08.5","gtin":"812300000112","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"a2e194cd8b3d5daf6040a1d5a8b4e5906d91691f9824f23a195870d8d649f772"}');
INSERT INTO events VALUES(25,1795454530626944,1,9,11,1,'["sku:WDMXW44-W-10"]','[7]',X'2face0a7f06f31957a61ec5eddd0c2f117012bc7fc7a9a78d4bf153e9b6b0054',X'34bce6db650d4f2511e088aa7aaf4884a41c8335e0e595cf2b4eff56e7438b13','{"canonical":{"id":"2276462597623de951a960e7","sku":"WDMXW44-W-10","label":"Saltgrass Boat Shoe W-10","gtin":"012300000161","parentID":"f84619e27e47a2635cc8a6a2"},"hash":"d7c40e05e8feea39db7cd1c74148073b4d8ca495579571421ea9010f51d98e80"}');
INSERT INTO events VALUES(26,1795454530636876,1,9,8,1,'[]','[]',X'a95574d0c80582f9680e960828cc9cf7bef9c33ef393a498a9d5ded8860b74b9',X'8abf5aa27fcc89060acb1f8d6134f5bd1042870a9060614caf4b8fedba582b39','{"source":"plytix.searchProducts","cell":"canonicals","seen":18,"announced":18,"stop":"end","whole":true}');
INSERT INTO events VALUES(27,1795454530641336,1,9,12,1,'["asin:US/B0C1TZKBAU","canonical=sku:WDMXW44-W-08"]','[4,23]',X'011ffa224dfbb42c24ef160373f9313239c6c2f7909ed91d9dc93b2a9895cb6d',X'cc80338086340ce451b470acba8062d09272fbfdfbf2d043eb0bd5e1a0417c0b','{"item":"US/B0C1TZKBAU","canonicalSKU":"WDMXW44-W-08","canonicalID":"3c8d0b37b7e9aa5e018f6c8f","rule":"gtin","amazon":{"field":"EAN","found":"0812300000013","normalised":"00812300000013"},"canonical":{"field":"gtin","found":"812300000013","normalised":"00812300000013"},"losers":[{"sku":"WDMXW44","rule":"model_number","reason":"rule gtin comes first"}]}');
INSERT INTO events VALUES(28,1795454530670632,1,9,8,1,'[]','[]',X'537db9c23579978a05a6a58ccd75b0073fe01d6b5de73bc8e565f2cd3d9b221e',X'7a2e093e164b8397ba74e74b76effa9e621b4bdaeffd7ea7bd1f6c01e84c3bfb','{"source":"plytix.searchProducts","cell":"ours like AMZN-","seen":0,"announced":0,"stop":"end","whole":true}');
INSERT INTO events VALUES(29,1795454530672414,1,9,13,1,'[]','[]',X'a59dcca1e7c978cc553523a8ce22877f16f30e7df256a29a958858a3637e7d10',X'91826dc67506c79d07921e759aae4afc2e40d8982d5191e52136ca22c95cdf1d','{"topic":"naming","value":{"sku_format":"AMZN-{marketplace}-{asin}","family":"Amazon","hierarchy":"Amazon Hierarchy","listings":"Amazon Listings","gallery":"amazon_images"},"evidence":"the first run that wrote to it"}');
INSERT INTO events VALUES(30,1795454530681595,1,9,14,1,'["attribute:amazon_title"]','[]',X'e1fbed978208f0537b1c9fc391c7834a6422b3f59f25eb55931915f24c9172c7',X'd02fbf66d3ab0a2f034e21ee97d71d3772b3e06a2c8c06671c47456522701958','{"effects":[{"effect":"defineAttribute","label":"amazon_title","name":"Amazon Title","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"5d6c5ebdaf06793cbad66477a365e7b60274cfae387eab5b92490a6c5256373d","believed":{}}');
INSERT INTO events VALUES(31,1795454530684120,1,9,14,1,'["attribute:amazon_asin"]','[]',X'f1cfaa55a7d5f5009ee0f59b1dedd23fe20241232916847208636438e0eae6f9',X'a37cbde72aa38d17ee8b52d1fd7894c37b64be1b44e586ea197d4fd6078a8aa6','{"effects":[{"effect":"defineAttribute","label":"amazon_asin","name":"Amazon ASIN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"5323cdeb3702b838c38c4f939ec5ee7f4a39e81758cecfa6c4645f01cfb7dcac","believed":{}}');
INSERT INTO events VALUES(32,1795454530684120,1,9,14,1,'["attribute:amazon_parent_asin"]','[]',X'68774a5147e88445383e3c3b60df29aa8a66be5136214f178bd53eb9634328f5',X'79f55b3b27713ee953943d0d6892492c5d28f22c53eb5d99f09a1545439a77db','{"effects":[{"effect":"defineAttribute","label":"amazon_parent_asin","name":"Amazon Parent ASIN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"bcf72cb2d70bdf4fd7d2329857444f9b9c5478b40af51ade6f4a25e95e64c218","believed":{}}');
INSERT INTO events VALUES(33,1795454530684120,1,9,14,1,'["attribute:amazon_marketplace"]','[]',X'972cc471ec9a3a8d4c96a4e6a310fe2ecb196d801b285d2d7465d36e4dc865e4',X'389d2a81d7a1e4d59ae900d60e23477a3f450c5d0e495edcfab0f4eb2aa67a34','{"effects":[{"effect":"defineAttribute","label":"amazon_marketplace","name":"Amazon Marketplace","type":"Dropdown","options":["US"]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"c6251ed9e1db1be6c4d7f6ed823219be2fdc7120ce97d5051ab2117da5ed69e1","believed":{}}');
INSERT INTO events VALUES(34,1795454530684120,1,9,14,1,'["attribute:amazon_canonical_sku"]','[]',X'98f8f2a3664f03ab94411501ae8923da246147ac314ab9f0a986876949b7ca78',X'8f168c151615df794ecaf6a686c67f0e930f67f0d354fb74c677d4a36dbdf8f9','{"effects":[{"effect":"defineAttribute","label":"amazon_canonical_sku","name":"Amazon Canonical SKU","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"d598b6f431d9259b69f316c9d528ed3bce88d520ccb5110e9a7efa123ccf1f72","believed":{}}');
INSERT INTO events VALUES(35,1795454530684120,1,9,14,1,'["attribute:amazon_item_classification"]','[]',X'32ddd870d67ed82a1cec30fa65ecbe9936e781f12f7f433017dae286dd39fdc0',X'c94fc9771c6c0b627197639563375686b30b6fbc59b7de5f6fa8149537488109','{"effects":[{"effect":"defineAttribute","label":"amazon_item_classification","name":"Amazon Item Classification","type":"Dropdown","options":["BASE_PRODUCT"]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"b120023a0ee0da341a4d201857ca604a5285775fd23e3a0dd6d3baff4fcb75bf","believed":{}}');
INSERT INTO events VALUES(36,1795454530684120,1,9,14,1,'["attribute:amazon_brand"]','[]',X'b853facb47896c740e3253b5690472477996959e656eaedc8eb8edc684ad67ab',X'624529b792b85dfd63c8d912dea2de23416f64e059c48e2bd0ee1e3552c73494','{"effects":[{"effect":"defineAttribute","label":"amazon_brand","name":"Amazon Brand","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"4e0b50ec1c1a7276be581d7bb5f3c8e6e19c280511187727d3ebcbec60fa327f","believed":{}}');
INSERT INTO events VALUES(37,1795454530684120,1,9,14,1,'["attribute:amazon_model_number"]','[]',X'2d7eb883651aa52fbfbe1ba3d6ac3228df9e1b7c3b6f893cd966145c1a02be77',X'2051a2beaf6ce6754b3929dcdd4b651710640714139987b241795ad549e87403','{"effects":[{"effect":"defineAttribute","label":"amazon_model_number","name":"Amazon Model Number","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"9e4a22a33e0c38e0b742e8d6a6748d436b7142e7e5f340610383e00199e03284","believed":{}}');
INSERT INTO events VALUES(38,1795454530697180,1,9,15,1,'["attribute:amazon_title"]','[30]',X'22070af91bbffc462abeb1acce789325d34e6972b49427303176d514ca07e066',X'64f6fe68bb57a4202e19a3a47cbce27160027bc3993aa338c19be80fdcb80c4a','{"definition":"attribute","label":"amazon_title","name":"Amazon Title","id":"2ac599ecb61f271801064f39","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(39,1795454530701427,1,9,15,1,'["attribute:amazon_asin"]','[31]',X'e5e44c8864554b09141b73fc65e517415d6e4344705fcf78bc96c2b136877f87',X'd5c39c38a75c94296c3b6b8847ee5a32536f662c20261f4bc2f79162940cdde8','{"definition":"attribute","label":"amazon_asin","name":"Amazon ASIN","id":"0b8f0f78a914ef4cbc97241e","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(40,1795454530702516,1,9,14,1,'["attribute:amazon_size"]','[]',X'a24a7589cd99a2602c454d6ee8777ef40b1a0f12cfdc96eaac3b9821e81a8839',X'695f6d1dab392e0c48a15a111ad821a00029545f0a061cf563ff4454182c35b4','{"effects":[{"effect":"defineAttribute","label":"amazon_size","name":"Amazon Size","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"02a2dd68b980049e67acac92af7c459d3a20462d30db10bca443e66c8d0e6ab1","believed":{}}');
INSERT INTO events VALUES(41,1795454530706199,1,9,14,1,'["attribute:amazon_color"]','[]',X'bccf54cb00bda769655136610e92a71f8fef3a8573b95ede33da80acbaac97ed',X'0aed84cce98b54d587223d92e3bcd1977f8679319fcb9b7bdc100cb01d3b5d5e','{"effects":[{"effect":"defineAttribute","label":"amazon_color","name":"Amazon Color","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"ac098f9b83484aa99ff8a61d6087b95414729eb162e2edad4e099a7ad5fb04c9","believed":{}}');
INSERT INTO events VALUES(42,1795454530706199,1,9,15,1,'["attribute:amazon_item_classification"]','[35]',X'06703c895ebd2ff846e0ff40db95495a7a34dbc1606e62e820babb798b765709',X'a0cac1b26eabf343fd15ad853cba5b317501fd474c032745aa4690f3544d5f03','{"definition":"attribute","label":"amazon_item_classification","name":"Amazon Item Classification","id":"fabdf7249f3eaf31d4cb3e52","type":"DropdownAttribute","options":["BASE_PRODUCT"],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(43,1795454530706199,1,9,15,1,'["attribute:amazon_brand"]','[36]',X'cec6c2b76bc347d251bbbfd000fa8f4a9ff4fe9d002ae16028a10deccc8305b2',X'089de91b49540e6f2c6d5507c7cea6f13d9da2466bb8ab5db9900472ec398817','{"definition":"attribute","label":"amazon_brand","name":"Amazon Brand","id":"7481e42b60b3c7e239c62287","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(44,1795454530706199,1,9,15,1,'["attribute:amazon_parent_asin"]','[32]',X'0d0c4d8a2bae0526873282066cbcfce4f757087e834397353e22e5012aee3d2d',X'222b00f23c208ef7bf3d0c641fba51d0284b7cb8716d28f03e496de76fd9831d','{"definition":"attribute","label":"amazon_parent_asin","name":"Amazon Parent ASIN","id":"db1310d3ca87562a84ab6455","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(45,1795454530709119,1,9,15,1,'["attribute:amazon_marketplace"]','[33]',X'9c2a06796cfdd60040992a498b2a3933da2fbfc7db70da4510327c9d53d5d530',X'985a0e7b8de8bc3209f1659c209c4f046bfb5c6d638cb027a2ded25c303c86eb','{"definition":"attribute","label":"amazon_marketplace","name":"Amazon Marketplace","id":"44c5641bbcfd44191b04786e","type":"DropdownAttribute","options":["US"],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(46,1795454530709119,1,9,14,1,'["attribute:amazon_upc"]','[]',X'13656414485ab0935a3547115f559795048af35c17ddd733c2728a46e792b38e',X'b0bdaaa125cafed66dda512e698c011aca494a2bf8c8a02a1943da1f154a94f5','{"effects":[{"effect":"defineAttribute","label":"amazon_upc","name":"Amazon UPC","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"b05e732a8e76cc8cccbc5ea674bc982ca2efe1fa0d6eae5ee17ef1fb06cca81e","believed":{}}');
INSERT INTO events VALUES(47,1795454530709119,1,9,14,1,'["attribute:amazon_ean"]','[]',X'4f6946a369cbc5bbd83cbb145f743106d826cb9593b8434d58209444f4f6b7c1',X'ef904d30a414ef977c6fbc9ed9cf7719dbeb73350358bf917dd810349ce05585','{"effects":[{"effect":"defineAttribute","label":"amazon_ean","name":"Amazon EAN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"a6d225c5a6a0098befbf8fded482e4286ab3651c0abdff7eb89b8a9eb50f1329","believed":{}}');
INSERT INTO events VALUES(48,1795454530709119,1,9,14,1,'["attribute:amazon_gtin"]','[]',X'6706d44e7495012be36d6efa31fbacca9647345673122574909e931cddf9acaa',X'9ad248c57b287946f4da5bd6fc5e5954ad5b4c21e9328041e23230feadb10c7e','{"effects":[{"effect":"defineAttribute","label":"amazon_gtin","name":"Amazon GTIN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"dd11cbd4ca70c9658469f99490e9cae8ff766db461d209c5be955188b02e78fa","believed":{}}');
INSERT INTO events VALUES(49,1795454530709119,1,9,15,1,'["attribute:amazon_canonical_sku"]','[34]',X'806a373172f16fb4fd1eb04639a198814b2f4868c57763e6cbb783493f5d50b3',X'c99c069f4c7959247d4ebb60226abb5b690d7479d67bbcef8391c3b2687ddf61','{"definition":"attribute","label":"amazon_canonical_sku","name":"Amazon Canonical SKU","id":"4696120e9d657a5605bd2775","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(50,1795454530709119,1,9,15,1,'["attribute:amazon_model_number"]','[37]',X'361e413ce026c90e6400d9c513d16fab5dcb116a30f647f066a54f0eac6932fb',X'065cd0a45c3b89876088f981f3c993f1689679200c75e0dfa12f53e3161a8cc0','{"definition":"attribute","label":"amazon_model_number","name":"Amazon Model Number","id":"34ea00e5e1cd9b629181fbe8","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(51,1795454530712876,1,9,14,1,'["attribute:amazon_variation_theme"]','[]',X'1867d0ddfff7942f3e552fcf680b0a82cdabe3bc655c0cade91f200d8f7b00fc',X'beed7b5f9bf917b3e525102bc0294fc6048d2bfe4606984f348cd0e3ebdf0721','{"effects":[{"effect":"defineAttribute","label":"amazon_variation_theme","name":"Amazon Variation Theme","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"0493b8976a8699ee2de6669266739dd796b828ec2d590a8727a878c1f9856ee7","believed":{}}');
INSERT INTO events VALUES(52,1795454530712876,1,9,14,1,'["attribute:amazon_last_synced"]','[]',X'f622a6c362a6bd9dfcd3f854c09a3b14706917e7326f441e8933426fa213d784',X'aab14b5a03d5c85e4ebe90dde5b4b8fbfd7466cf7a37c474f496c352d19b7599','{"effects":[{"effect":"defineAttribute","label":"amazon_last_synced","name":"Amazon Last Synced","type":"Date","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"c843360700ee3d31f31bf6c02019599ac40b84db75c7fe0ed8842a795e2e0127","believed":{}}');
INSERT INTO events VALUES(53,1795454530720564,1,9,14,1,'["attribute:amazon_is_primary"]','[]',X'd71f4b7e7616060d1c811e0fe4cacb80def9fb8d83ab0ff7b80023fb26f7ce08',X'd3e4ba88305785d418100ca8bbc5b6391eb509980665474dbea47b466de57f6e','{"effects":[{"effect":"defineAttribute","label":"amazon_is_primary","name":"Amazon Is Primary","type":"Boolean","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"9945565cf5a90c185f4dfe6a185345581ff147e009272494c4fd3fe8e1b8a5c2","believed":{}}');
INSERT INTO events VALUES(54,1795454530722244,1,9,15,1,'["attribute:amazon_ean"]','[47]',X'bd7b10f9cd50edfb76f4ce107ad375a6e8d7211c03e74bde9c8544d57c1cddb7',X'be5555cca2a456a53da7a0da6369a61d6dcf3f672f9c090c620987c2b016547b','{"definition":"attribute","label":"amazon_ean","name":"Amazon EAN","id":"cc14a85bd97b729727ff8f99","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(55,1795454530723310,1,9,15,1,'["attribute:amazon_color"]','[41]',X'237bf40ab7bc66d988777dfb46d1f021bff5c45fb3ab56f6a65fca5957716e61',X'9d5d888f45a9408fd00267fbfb01abf68d0a2e661b19f17a9ea83949b1e4391e','{"definition":"attribute","label":"amazon_color","name":"Amazon Color","id":"16140c8238a3f9c3b8faf3cd","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(56,1795454530723310,1,9,15,1,'["attribute:amazon_size"]','[40]',X'098f92cd28a332869e95a63e1e357e59b40a0802b4f83fd9a296f43b9dc66f0f',X'2a09b7638e51664b5ecc1b2f3164d0b5d0cca201d4e9bb8e7535d7387b6d7ed2','{"definition":"attribute","label":"amazon_size","name":"Amazon Size","id":"fdc4bb915f438656e4850bde","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(57,1795454530723310,1,9,15,1,'["attribute:amazon_upc"]','[46]',X'51fcbea2c39e49c0c06c99aab0a2502f3b2a4f21619aa19f29b182ec66cc8899',X'ade7f4d4dacae18adb5d70b896f92f982c12a8448cc2d4648eecdcedd1c4aaa8','{"definition":"attribute","label":"amazon_upc","name":"Amazon UPC","id":"1c1e53da399d5a58d737313a","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(58,1795454530723310,1,9,15,1,'["attribute:amazon_gtin"]','[48]',X'af5ee61926f84c82dbc8c1fa3b4a92fc016f6f970bf3e2190bc7c56fdf8b667b',X'ee4b4402d73133b8bc0b7e770b5eb1e90956c6347ad501c2d42a32e36ed5347c','{"definition":"attribute","label":"amazon_gtin","name":"Amazon GTIN","id":"72eec6f08b74d80a9859d6e9","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(59,1795454530728648,1,9,14,1,'["attribute:amazon_images"]','[]',X'df5e1420a1b16fc3e85419285ffd5c869ec1427c29abf6a1c9d6001ae0c3e8c0',X'86a4ed331c5e735170f98e96b2277997fc38ef3ae5485699a9ee560782ec4cf2','{"effects":[{"effect":"defineAttribute","label":"amazon_images","name":"Amazon Images","type":"MediaGallery","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"5585b55d837d7201ec772993e0956c3ce8d57df7b79728d03d4709716d0b4ae6","believed":{}}');
INSERT INTO events VALUES(60,1795454530728648,1,9,14,1,'["relation:amazon_hierarchy"]','[]',X'deaa2973f3db68200616d308eed2da783648058d2f0305b77cd5edfcff678ccb',X'0ce4d76ea6c1c1b340e8234d247be4556e3bd40f29c4c138f7b3b72a6b6f3f73','{"effects":[{"effect":"defineRelation","label":"amazon_hierarchy","name":"Amazon Hierarchy"}],"attempt":1,"method":"POST","path":"/api/v1/relationships","bodyHash":"7ff3b84cfcc9583bb25298e532382b58be32d81500e49209fea5efbbe9bab6e5","believed":{}}');
INSERT INTO events VALUES(61,1795454530728648,1,9,15,1,'["attribute:amazon_is_primary"]','[53]',X'a70d5a43071102e9d1e21d714e209855a6c2c44a2d765cf926b0e6e0255e1ec6',X'1489101fac5808c5aea83c11d1010dc58f1e6db0158eb5c53f6b747c10ad79e4','{"definition":"attribute","label":"amazon_is_primary","name":"Amazon Is Primary","id":"59d2e0eb131d0aca5a8a359d","type":"BooleanAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(62,1795454530728648,1,9,15,1,'["attribute:amazon_last_synced"]','[52]',X'142f6604dcb6bf2e389ae620edf24fe88d8cd5e47e9c5797f2e1f8193544c130',X'55b8a8e9fae8c461a4533834ade20ae7e98d352f76de219eaffda3fb2abb3d1e','{"definition":"attribute","label":"amazon_last_synced","name":"Amazon Last Synced","id":"ea3980eb23047d789aeb930f","type":"DateAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(63,1795454530728648,1,9,15,1,'["attribute:amazon_variation_theme"]','[51]',X'005800c679e6a8b9589ce2215d041653c81e505e457e5e94c7e891814d8c88ec',X'15a07fdcaecacc45ae4d9accdf9be96c87b3318c17acd06741b918b9a41e22e1','{"definition":"attribute","label":"amazon_variation_theme","name":"Amazon Variation Theme","id":"405e62b1b83266dc3efc1fe8","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(64,1795454530732471,1,9,14,1,'["relation:amazon_listings"]','[]',X'b8ace80c18f4cc1bde6093c7fc98affaaa6d3feeb350b1e60c7d5f91b03f828d',X'147780b81a60d65d29acc25a12cb679ebc3ef8b2abf31b6f7d97c6ab670259b6','{"effects":[{"effect":"defineRelation","label":"amazon_listings","name":"Amazon Listings"}],"attempt":1,"method":"POST","path":"/api/v1/relationships","bodyHash":"c9acb8404ce0ec5239400c348e1133b2d4671a9cbad6cb4f3ed13676b092a036","believed":{}}');
INSERT INTO events VALUES(65,1795454530736340,1,9,15,1,'["attribute:amazon_images"]','[59]',X'9e527d3070f942d4fca78b026b56134d70b39aa5aa01e10897c0f52f998941c4',X'82c5240545583db7ac2eb1ab11d695eeadfb9c8a47cdce90aeb099cc023f252e','{"definition":"attribute","label":"amazon_images","name":"Amazon Images","id":"a4a15ec82aaadfe0ea98b0a6","type":"MediaGalleryAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(66,1795454530738825,1,9,15,1,'["relation:amazon_hierarchy"]','[60]',X'4f5319d9b9819ab50498f18710acd48196078f621f7f4f55da8ffdb81030326e',X'0dd942ee797db6034d72c5828ebb10cc6e2bce46254d79c608a8beaafdccd9e4','{"definition":"relation","label":"amazon_hierarchy","name":"Amazon Hierarchy","id":"e66234ca720b0b54e25cec1c","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(67,1795454530743957,1,9,15,1,'["relation:amazon_listings"]','[64]',X'd774b145a041c4b13275db88fc1369b3e9bad7bbc14d219056a34a6836b110b2',X'c82b44d1904482383183dc2b7c2bd2c119a073294c4d43164d61784a15ace3b6','{"definition":"relation","label":"amazon_listings","name":"Amazon Listings","id":"bb33320fe89be48785c89db9","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(68,1795454530752888,1,9,14,1,'["family:Amazon"]','[]',X'0260dc64013d6530b7812edae72afc9381f151e8248ff330e2a4f3ffc1f188c5',X'070fef2df3a792e9e1c04f7e64232444c1d1b2ee7db5b202cbafaf53bf3d7e84','{"effects":[{"effect":"defineFamily","name":"Amazon","attributes":["amazon_asin","amazon_parent_asin","amazon_title","amazon_marketplace","amazon_canonical_sku","amazon_item_classification","amazon_brand","amazon_model_number","amazon_size","amazon_color","amazon_upc","amazon_ean","amazon_gtin","amazon_variation_theme","amazon_is_primary","amazon_last_synced","amazon_images"]}],"attempt":1,"method":"POST","path":"/api/v1/product_families","bodyHash":"832c097b971f9671a465437b3034358cd71cd0f3a30a6b74bf78328a673e7770","believed":{}}');
INSERT INTO events VALUES(69,1795454530765152,1,9,15,1,'["family:Amazon"]','[68]',X'91f5bc977b717550a605ed676ef860885cf98ac56244da920f1ebb511fbeff45',X'980c7fafc97f1c5d7db0b9d52622000cd004e92cac13080a3e1ccd19098b0cca','{"definition":"family","label":"Amazon","name":"Amazon","id":"40d68ad39c8c5eb3fa84069f","options":[],"members":["amazon_asin","amazon_brand","amazon_canonical_sku","amazon_color","amazon_ean","amazon_gtin","amazon_images","amazon_is_primary","amazon_item_classification","amazon_last_synced","amazon_marketplace","amazon_model_number","amazon_parent_asin","amazon_size","amazon_title","amazon_upc","amazon_variation_theme"],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(70,1795454530773040,1,9,14,1,'["picture:77Na3q6uHKL"]','[4,27]',X'ea68394f77c79d650d6e2715f8b1e62f018663cca4482c7de863b2855a4d0b74',X'9e06961fbd8e2944a810d23ab9f0f8f3af8a9d938f1ffb01c6df89ecb42c5848','{"effects":[{"effect":"uploadAsset","file":"amazon_77Na3q6uHKL~43g.jpg","picture":"77Na3q6uHKL","url":"http://127.0.0.1:45433/images/I/77Na3q6uHKL.jpg"}],"attempt":1,"method":"POST","path":"/api/v1/assets","bodyHash":"3242987d749ac8faf4293764c2548ec6bba4cc4792d1847e06abd7f085a0219b","believed":{}}');
INSERT INTO events VALUES(71,1795454530790050,1,9,16,1,'["picture:77Na3q6uHKL"]','[70]',X'f987daf4b52bc30b31ece34767523eb01e246bb824ee2f1d1fd164dcfe7aa548',X'06c2b677e56400206d8c12646096b576921070e595472cf44e18583e97d2e46a','{"picture":"77Na3q6uHKL","file":"amazon_77Na3q6uHKL~43g.jpg","id":"dc34b966febc82d77d5a1383","url":"http://127.0.0.1:45433/images/I/77Na3q6uHKL.jpg","servedURL":"http://127.0.0.1:45433/api/v1.1/file/public_files/pim/assets/a6cc6dfe970bace7f8b81f43/images/dc34b966febc82d77d5a1383/amazon_77Na3q6uHKL~43g.jpg","size":11938,"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(72,1795454530797030,1,9,14,1,'["sku:AMZN-US-B0C1TZKBAU"]','[4,27]',X'8aae29441424da1c9001ea02565e175d5e379530ad505cebbd0ecc6a40691ff9',X'a62b4c22b3abb40e7a4fb8a204d7dd060a4aef9c0c20fbf2a700398edb0ae781','{"effects":[{"effect":"createProduct","sku":"AMZN-US-B0C1TZKBAU"},{"effect":"setFields","sku":"AMZN-US-B0C1TZKBAU","changes":[{"field":"label","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"status","new":"Draft","rule":"never","reason":"new"},{"field":"attributes.amazon_asin","new":"B0C1TZKBAU","rule":"always","reason":"new"},{"field":"attributes.amazon_title","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"attributes.amazon_marketplace","new":"US","rule":"always","reason":"new"},{"field":"attributes.amazon_canonical_sku","new":"WDMXW44-W-08","rule":"always","reason":"new"},{"field":"attributes.amazon_item_classification","new":"BASE_PRODUCT","rule":"always","reason":"new"},{"field":"attributes.amazon_brand","new":"Sandbox Brand","rule":"always","reason":"new"},{"field":"attributes.amazon_model_number","new":"WDMXW44","rule":"always","reason":"new"},{"field":"attributes.amazon_size","new":"8 Wide","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_color","new":"Saddle/Multi","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_upc","new":"812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_ean","new":"0812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_is_primary","new":false,"rule":"never","reason":"new"},{"field":"attributes.amazon_last_synced","new":"2026-11-23","rule":"always","reason":"new"}]},{"effect":"setGallery","sku":"AMZN-US-B0C1TZKBAU","label":"amazon_images","files":["amazon_77Na3q6uHKL~43g.jpg"],"old":[]},{"effect":"setThumbnail","sku":"AMZN-US-B0C1TZKBAU","file":"amazon_77Na3q6uHKL~43g.jpg"}],"attempt":1,"method":"POST","path":"/api/v1/products","bodyHash":"48c786a6629ded035f3a26fb0b4a99cf4d07937ddad3864cabfae677a813f606","believed":{}}');
INSERT INTO events VALUES(73,1795454530814196,1,9,17,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'87972830805e2890c63e0e0c0d8546bde4873f029ff5aca39b7d3cf1bc4f939b',X'7e7e9216d6ef43a6d1efd62378ad2359329d64de7c9b2aa28b4f5f389b1caf71','{"sku":"AMZN-US-B0C1TZKBAU","id":"21f5b9eef5f22f06e1d08497","adopted":false,"modified":"2026-11-23T17:22:10.806127+00:00","answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(74,1795454530814196,1,9,13,1,'[]','[72]',X'89ab6c78ee0a2c7b3a7f1f371719d8e5dc6e14e98e478218671e74d9299432f7',X'7f8c94d71f584670cdefbb2a56fadc566fe88048ed65150afa76c358d0e3bc60','{"topic":"family-in-create","value":false,"evidence":"the answer to the creation of AMZN-US-B0C1TZKBAU"}');
INSERT INTO events VALUES(75,1795454530814196,1,9,18,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'cdd739223c1f3c3edbc68b7228d64581c944d2b4581dc4198e6578b2664e378e',X'0c05d9890d39122a91cf493c8640ac612b9d9e7d213a637fc320f33a6a782b2e','{"sku":"AMZN-US-B0C1TZKBAU","id":"21f5b9eef5f22f06e1d08497","changes":[{"field":"label","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"status","new":"Draft","rule":"never","reason":"new"},{"field":"attributes.amazon_asin","new":"B0C1TZKBAU","rule":"always","reason":"new"},{"field":"attributes.amazon_title","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"attributes.amazon_marketplace","new":"US","rule":"always","reason":"new"},{"field":"attributes.amazon_canonical_sku","new":"WDMXW44-W-08","rule":"always","reason":"new"},{"field":"attributes.amazon_item_classification","new":"BASE_PRODUCT","rule":"always","reason":"new"},{"field":"attributes.amazon_brand","new":"Sandbox Brand","rule":"always","reason":"new"},{"field":"attributes.amazon_model_number","new":"WDMXW44","rule":"always","reason":"new"},{"field":"attributes.amazon_size","new":"8 Wide","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_color","new":"Saddle/Multi","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_upc","new":"812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_ean","new":"0812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_is_primary","new":false,"rule":"never","reason":"new"},{"field":"attributes.amazon_last_synced","new":"2026-11-23","rule":"always","reason":"new"}],"modified":"2026-11-23T17:22:10.806127+00:00","answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(76,1795454530814196,1,9,19,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'43ada0634354faeb85f0b26b5ae2b4fa60e8b4148feb5eac9e2a8b01c84e90c3',X'2cb330e004b5ce2e09380ae71086dffb5c0680749d6797d9f57f522f0044ab5e','{"sku":"AMZN-US-B0C1TZKBAU","id":"21f5b9eef5f22f06e1d08497","label":"amazon_images","files":["amazon_77Na3q6uHKL~43g.jpg"],"assets":["dc34b966febc82d77d5a1383"],"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(77,1795454530814196,1,9,20,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'1f8528f0451b1eb6373d53aeb587725ff5fe9a3366e31d4fd065fb6ac8eeb699',X'1235fdf9d8082637ebd6cdc3a33cb886728d9b0f706aaa43790867eede94b25d','{"sku":"AMZN-US-B0C1TZKBAU","id":"21f5b9eef5f22f06e1d08497","file":"amazon_77Na3q6uHKL~43g.jpg","asset":"dc34b966febc82d77d5a1383","answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(78,1795454530825026,1,9,14,1,'["sku:AMZN-US-B0C1TZKBAU"]','[4,27]',X'b801cbdb75501220b4c1580b6d1b3ea1fffe01c9bebda998e95a8a0543768255',X'5eae925bfb335e95b41d2d8e9d640a2aa735fd31e1de54a5627a0bba09458665','{"effects":[{"effect":"assignFamily","sku":"AMZN-US-B0C1TZKBAU","family":"Amazon"}],"attempt":1,"method":"POST","path":"/api/v1/products/21f5b9eef5f22f06e1d08497/family","bodyHash":"a2fee9f38ad021ca0d1e2d348918345ae34ac918d109eed4a65ab3396307c9c2","believed":{"assign-family AMZN-US-B0C1TZKBAU":""}}');
INSERT INTO events VALUES(79,1795454530835186,1,9,21,1,'["sku:AMZN-US-B0C1TZKBAU"]','[78]',X'22bc4a1389b6a1e18c2282e8b852633136398602f50fbfa8594bb53422bd0c58',X'fcfd59a17fecccc39ef3c0be18591f6490c835779c63efdca2c296af452e4eb0','{"sku":"AMZN-US-B0C1TZKBAU","id":"21f5b9eef5f22f06e1d08497","family":"Amazon","familyID":"40d68ad39c8c5eb3fa84069f","adopted":false,"answer":{"status":200,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(80,1795454530844897,1,9,14,1,'["sku:WDMXW44-W-08"]','[27]',X'46d2c11888bfd2c7a966c72941262c746df856c17ce79c73ae9139201f481d47',X'b162d345fe6184f7baed36d8e64f93070f91b1db156dfc9c6b34566526352165','{"effects":[{"effect":"link","relation":"amazon_listings","source":"WDMXW44-W-08","targets":["AMZN-US-B0C1TZKBAU"]}],"attempt":1,"method":"POST","path":"/api/v1/products/3c8d0b37b7e9aa5e018f6c8f/relationships/bb33320fe89be48785c89db9","bodyHash":"9e072b064a630438e3af6b45b8e05e9c46e67c9c53201d69f754f81fd4985aa7","believed":{"link amazon_listings WDMXW44-W-08":null}}');
INSERT INTO events VALUES(81,1795454530851870,1,9,22,1,'["source=sku:WDMXW44-W-08","target=sku:AMZN-US-B0C1TZKBAU"]','[80]',X'6b139220d20a28464142cff3a739bb561a2a33980ab7b6b87017b558dcf0587e',X'e3bd7f1a5041fd8c31fb688f1ffcfece7b827edb829572554387281f639bc2c1','{"relation":"amazon_listings","relationID":"bb33320fe89be48785c89db9","source":{"sku":"WDMXW44-W-08","id":"3c8d0b37b7e9aa5e018f6c8f"},"targets":[{"sku":"AMZN-US-B0C1TZKBAU","id":"21f5b9eef5f22f06e1d08497"}],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 17:22:10 GMT"}}');
INSERT INTO events VALUES(82,1795454530862448,1,2,23,1,'[]','[]',X'1d2caa4813840a1c3bef9d75520410a22407cb6c47d54453a3238e4a3039b4f3',X'9b152f8966ab42f896e09f37280492b33a9fbe39297ec3c61ee888a85ff6d982','{"observation":{"bucket":"amazon:searchCatalogItems","limits":[{"limit":"bucket","perSecond":2,"burst":2}],"evidence":"header"}}');
INSERT INTO events VALUES(83,1795454530862448,1,2,23,1,'[]','[]',X'308cf1f83334dcb71fab9338d891096e7a826bf896be302ca584c648676a6348',X'9535cd2c77296ff086ae9e886f13c8e8813eafc2a208331505ee6071546c8b5b','{"observation":{"bucket":"plytix:a6cc6dfe970bace7f8b81f43","limits":[{"limit":"window","requests":50,"length":10},{"limit":"window","requests":5000,"length":3600}],"evidence":"claims"}}');
INSERT INTO events VALUES(84,1795454530872427,1,2,24,1,'["run:20261123T172210Z-60a258"]','[]',X'574f0217068c186861fbc04a9fe20388734edd09beb49f07c364515cfef457b1',X'1d04ba1759686e03ecbe63ba1a37cd0f55ad6efe655dcc5845760d3e875f18aa','{"run":"20261123T172210Z-60a258","outcome":"complete","phases":[{"phase":"export","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"map","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"products","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"relationships","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"images","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0}],"requests":{"amazon":2,"plytix":33,"plytix_writes":24}}');
INSERT INTO events VALUES(85,1795454531038233,25,2,3,1,'["run:20261123T172211Z-ebcad8"]','[]',X'02a1b32ed5387381e7cbb9f945bd50af5f419fb02f183cf2c1b4e03225b62cb9',X'eafca5777b41bc31e1b668a6e20f5fd668a712549b457adefb02fd8fa5e42e8b','{"run":"20261123T172211Z-ebcad8","program":"1.0.0","normaliser":1,"rules":1,"settingsHash":"dae3029a6e0d202398162eb877c57a06e1d678dc658c90074b0447d62385d84f","settings":{"amazon":{"api_url":"http://127.0.0.1:45433","brand":null,"credentials":true,"marketplaces":["US"],"seller":"default","token_url":"http://127.0.0.1:45433/auth/o2/token"},"attributes":[{"from":"asin","label":"amazon_asin","rule":"always","type":"Text"},{"from":"parent_asin","label":"amazon_parent_asin","rule":"always","type":"Text"},{"from":"title","label":"amazon_title","rule":"always","type":"Text"},{"from":"marketplace","label":"amazon_marketplace","rule":"always","type":"Dropdown"},{"from":"canonical_sku","label":"amazon_canonical_sku","rule":"always","type":"Text"},{"from":"item_classification","label":"amazon_item_classification","rule":"always","type":"Dropdown"},{"from":"brand","label":"amazon_brand","rule":"always","type":"Text"},{"from":"model_number","label":"amazon_model_number","rule":"always","type":"Text"},{"from":"size","label":"amazon_size","rule":"fill-empty","type":"Text"},{"from":"color","label":"amazon_color","rule":"fill-empty","type":"Text"},{"from":"upc","label":"amazon_upc","rule":"fill-empty","type":"Text"},{"from":"ean","label":"amazon_ean","rule":"fill-empty","type":"Text"},{"from":"gtin","label":"amazon_gtin","rule":"fill-empty","type":"Text"},{"from":"variation_theme","label":"amazon_variation_theme","rule":"always","type":"Text"},{"label":"amazon_is_primary","rule":"never","type":"Boolean","value":false},{"from":"last_written","label":"amazon_last_synced","rule":"always","type":"Date"}],"file":null,"images":{"keep":null,"max_per_product":20,"on_removal":"keep"},"journal":"/tmp/catalogue/plysync.journal","limits":{"amazon_per_second":null,"attempts":5,"concurrency":8,"mass_change":0.05,"max_requests":null,"plytix":null,"tries":5,"write_hours":null},"match":{"attributes":{"ean":"ean","model_number":"model_number","upc":"upc"},"exclude_sku_prefixes":[],"rules":["gtin","ean","upc","model_number"],"unmatched":"create"},"max_age":86400,"plytix":{"family":"Amazon","gallery":"amazon_images","label":"title","quota_reserve":0.2,"relations":{"hierarchy":"Amazon Hierarchy","listings":"Amazon Listings"},"sku_format":"AMZN-{marketplace}-{asin}","status":"Draft"},"settle":{"arrival":120,"search_lag":10},"target":"default","targets":{"default":{"api_url":"http://127.0.0.1:45433","auth_url":"http://127.0.0.1:45433/auth/api/get-token","credentials":true}},"time_zone":"UTC","zone_offset":0},"command":["plysync","sync","--brand","Sandbox Brand","--execute"],"execute":true}');
INSERT INTO events VALUES(86,1795454531038233,25,2,4,1,'["run:20261123T172211Z-ebcad8"]','[85]',X'1515e12ea737a780b554442a95352644bc89ad283d229162ae1fb697044de06d',X'e81cdaa2dd98f1901acb43e3af33921b274f5f078b3d89a8cb6d17edb4bf7842','{"run":"20261123T172211Z-ebcad8","scope":{"source":{"kind":"brand","text":"Sandbox Brand"},"marketplaces":["US"],"includesParents":true},"fingerprint":"cc6964cbc60fafc22e313b4d104bc44811da051c51278c9653fb525bd0e48419"}');
INSERT INTO events VALUES(87,1795454531068556,25,5,6,1,'[]','[]',X'928a5f29aef290c7dff9b5de37bc104e979eca4294068df48e29845568b07719',X'86a34dfeaebeb0cf0ea7655903cbd8a1efa4fcd672697bfc06abd2873f140630','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","page":1,"requestID":"e697b2d5-7719-4a3c-ab3a-200df6c7ab15","date":"Mon, 23 Nov 2026 17:22:11 GMT","announced":1,"items":[{"subject":"asin:US/B0C1TZKBAU","hash":"b1d27fe2b5e17c764fb5b738d4b9818ed7bef5f2f6a71abd11d8be86ce85372d"}],"absent":[]}');
INSERT INTO events VALUES(88,1795454531076273,25,5,8,1,'[]','[]',X'3d84300587a10bec4e4afc9527fbafa2c536194fbd983b1d01c51de687d5a6d9',X'ade4b6602b5bbb7d0283c6fb9d6de83be6f3973fafb58ae61fa0bc642dcdb27b','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","seen":1,"announced":1,"stop":"end","whole":true}');
INSERT INTO events VALUES(89,1795454531093335,25,9,6,1,'[]','[]',X'8e6895c7e99255fa683adbeed939202dc9f2abcb747c4185844215d61bdce13c',X'cd9227bc02071e56c6f03f0c2ac6c73d726d8851717bbedf88a93e4f90464c36','{"source":"plytix.searchProducts","cell":"canonicals","page":1,"date":"Mon, 23 Nov 2026 17:22:11 GMT","announced":18,"items":[{"subject":"sku:WDMXW44","hash":"9ab25fb8923f91772220d1201ebca8e9c151108ffdaabec10cc3f9e2385ca844"},{"subject":"sku:WDMXW44-EE-07.5","hash":"3db9ed53ca1ccbe5f43eb87439e2c3b463f92e627125fcdda496ff7d626a1418"},{"subject":"sku:WDMXW44-EE-08","hash":"b2b9919188e971e03cf0c11bbe59d26e4568170a7f28af9a2b47dc602181f23b"},{"subject":"sku:WDMXW44-EE-09","hash":"f1ac3786cb2e29822746637b15da99e83010ee42a56567ac8a32e2e7d6b83472"},{"subject":"sku:WDMXW44-EE-11","hash":"5f06848ed62deb3c04bb9ace112b705099e46fe78efe0c2e9aa835822a1010df"},{"subject":"sku:WDMXW44-EE-11.5","hash":"9dcc3549fda56dea99bac596f02ff2c3113a11fa11d420e924bb69bc16c2aa6b"},{"subject":"sku:WDMXW44-EE-12","hash":"408671b248d580553f22a4b8c3f9ecf7b94c06ccf4221eed2c2f8a346b351466"},{"subject":"sku:WDMXW44-EE-13","hash":"808636ebf3789933b133dc7dd1af82bdf80a393264d36c96c54a47a8811db77c"},{"subject":"sku:WDMXW44-M-08","hash":"cd21f9375101082023bb978e33e8b070593fe4e4f9dc3b66adae7a94fce86d6a"},{"subject":"sku:WDMXW44-M-10","hash":"884ea46578c1cfe83a387646716a3bfb2144c6bccbef74c1ed49fe8bf09c4076"},{"subject":"sku:WDMXW44-M-10.5","hash":"55164a76e75c8c3460d8f8886d99b49219d7b206ea6a40802b5d182ca6614a0b"},{"subject":"sku:WDMXW44-M-11","hash":"e435d3e6c3dc4d25d1799391a74d2404adb8548877b0ebca73280023e7efc927"},{"subject":"sku:WDMXW44-M-11.5","hash":"83808183f8f53a896c00dcc7dd45019f07322dc709e368fd254510d08ebc3db6"},{"subject":"sku:WDMXW44-M-13","hash":"f5e84e122b6afa9873501dc126ff0e1e954ce505f63943621a9e010f2e3172e2"},{"subject":"sku:WDMXW44-W-07","hash":"6d25bf774e06f04ac26420ed5f371e1a22766a3aded694189e3f04f73299ee43"},{"subject":"sku:WDMXW44-W-08","hash":"4de40f1b83f455c41b6c6443deab80a68b3ed082976f5a26eca108011b805ee8"},{"subject":"sku:WDMXW44-W-08.5","hash":"a2e194cd8b3d5daf6040a1d5a8b4e5906d91691f9824f23a195870d8d649f772"},{"subject":"sku:WDMXW44-W-10","hash":"d7c40e05e8feea39db7cd1c74148073b4d8ca495579571421ea9010f51d98e80"}],"absent":[]}');
INSERT INTO events VALUES(90,1795454531100337,25,9,8,1,'[]','[]',X'a95574d0c80582f9680e960828cc9cf7bef9c33ef393a498a9d5ded8860b74b9',X'a3be903d0b38d445031a13ab2e83cf6799bbbc925d762bda8d4df6320258b1ce','{"source":"plytix.searchProducts","cell":"canonicals","seen":18,"announced":18,"stop":"end","whole":true}');
INSERT INTO events VALUES(91,1795454531106443,25,2,24,1,'["run:20261123T172211Z-ebcad8"]','[]',X'efe103bd1bd5ecd6b85c07da6776f2cac6c9dbf78ca1d650ea4c5d4db2cccef4',X'5d598163534a1b0b37696d8290d4feda2942899a027e01dc26c4bddcbcd254cc','{"run":"20261123T172211Z-ebcad8","outcome":"complete","phases":[{"phase":"export","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"map","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"products","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"relationships","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"images","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0}],"requests":{"amazon":2,"plytix":2,"plytix_writes":0}}');
CREATE TABLE blobs (
    id INTEGER PRIMARY KEY, -- 1, 2, 3 and so on, without gaps
    sequence INTEGER NOT NULL,  -- the event with which it came
    hash BLOB NOT NULL CHECK (length(hash) = 32),   -- SHA-256 of the content
    size INTEGER NOT NULL,  -- of the content, in bytes
    checksum INTEGER NOT NULL,  -- CRC-32 of data
    data BLOB NOT NULL  -- the content as a zlib stream; empty when it was redacted
) STRICT;
INSERT INTO blobs VALUES(1,3,X'258b49e36a499b71e22aa166dbde00cacd1596f29ab9c032bf6ff9036720f6ad',7091,154781853,X'789cad59ed521b39167d155557edcc1f136c0381617e81211b3681b01896a9f9a82eb9fbdaad452d7524753cde14efb4cfb04fb647ea768321139b44a48a60b9efb99fbaf75cfb73c2ad50c96172dc1f0dae7f7d777c7493f412ee9c1193da914d0e3f277c46a9e10abf73b2991195131a22bf7d4e244e6bffb6e33360904a6fc6102fb9b92357499e512a72bc7174fdafcb937767ef7ee99f9c5ee1814f5cd6e4cff35abae4fe0f68345991ba45455170df8a59c18e0019b02770878c209b0a95c93aa73c28d9146dcaa5a5551c431f6b61be1907c1cca3f83906d044ffc98e0362c0aea52497565a281745c51b006ecd0c178a49e2ae20c35cc11d9b133796e1149a59aec932a59b53a66be4b41741b5d66e4239d35366285b64127f4f352f7b7859ea4f7c2209afa14fd18f96e9b98239564b8aa27c0c20afb9d41205c34c3d9990f9991578095d0a9e3af603d3422ed8546a6d6c1cad4eb8ac80bec982153eb2883462ce9ca61e1beef7fff75f28966e795c10c9287adf0b25d4acc9ace377c8665dc175615d6d28a4185585743b36d38ccf500d51d45ed5ca32676aef20b3e23ff4339b909b1329e6e6cd89ed058382bbb6e4a8ee90f038d12ef8d4b192b8859796f1aa32fa4f517247c8eadeef099b1a5d321efa480475e73c6f0ad6fb92f34513ee09cd50b6f80feff8e37973a548a1ce601edccda1208a01d7a89d4f84bc2a57d81fd99c1bf40db768126a717b9b8bcd7291b3b9d16a1645eb881b3a647351117eb982713854562c93da153d9669950b3f50907191a1d6d8023d24f4b20c82a937ccd4997fc2c6e99915fad408bd4cb10f4a2e1a4d5a6a13a923e7b9a4ed73cc35d1422be7a39b4a819991a7fe352967bf6d7464ba56ce2c523d4db51133a15e04938c2e1a9b2a2b789af1da479503ce3ad47c49edc8d8184ee91435e43b478abb2345e65b72d09053c58deb10bf37aa730d281b90a77c6244168f2a0cfafdbfb1f7cd640b0a424fdd280ceb6ce8e698e49ee478f0250141199415dad8b210bed78b4b2e8c9f56b6c0244e1a4d7e14a6be9919c165142d578fa770a3c5a653c36742d2b7d5b340d9a58a977172b94287d8ad2f1a108331970e04c65a76acd1dfc6859fa58fef698f1db0dba433a7e2d99d37e2638de628dce2459e0d9ec1cc096474c38b552b8127930ab73cb70fa0c357c30ed6175d7a478bb9362fa39f89d47c4ac66e3daa910e305e0aa4a8b63ea807f828eebff670327094e83bc88d023035ecb9e4aa9ef2cc939e58e3e029412f754e3255753969556c8c757b72fecbedeeee239430295f8231ec0f77bc78a3de4f1118472f9b45a1c241f137357f930ed485aba69cda56e907c8f7c469eb76ab7f9034487e6f8b532d580b44934870c51cbc247a3d5e831c762dabc726be67f92bebdbfb4a39bd0a66585c6ab7c07eee7039a2187011e8b587f6f43840160f97784d068fd45d4b01d6e80b0ac0efa3988cfe2df2d6e83b51a1b0a72fac9a6e22c59f9a8fc985ad28036e3ac5199a4cb496cbaec86259c3c05a51e3031c8f2a8d818f5d247f50310513ab2d81046893b617220ed3e02a2b1866dc5da3cc2d641c1f4612b74a6401d571332397ceb06abdb4c760116dca0d8b791acfba739db16bdd20fb619806beffd2f67c0f861fdc447af8c3e2b4feeccce3fed46f7e86af019a0b0b958b8b400f9237dc167e531b2bc24a6efc8846970e24ffab50839f9e418d0309d954fee0997c20779bcaf707cfe4477efb44c7ec053e68d90fec1f84edd8601fc4cf6afb3afb72f7ca855f4aba507ab6e3ed58f6cacf4b3a03ce5fd0233ab387fc485233577ce5a1c1004fcd9f423d674607fb1e6e2ef2afa21ddcdfaff3c8873210d6883eec44f62190ca1cf9469a7df985b0ffe56b60f40f06c39db6047692c7c2d7a12926a74717e1338e15a975423797a3a713ee2f4a449408686bd7c39fcbe80e76fbfd406bef205c38571d6e6f0f86fbaffaf83738dcdddbddd9d96ec4b6cfb6f7f72ff8cec7d7f5db77ef5ffdbb9a85b86044f9da4fce8fce2e922e824318ee7d5aaad9d9db5ccbdeeebe7c33e81f5dbb755af65695ec0dbf49473a7ebfbf97ae5185f2d828daed00f2597a4669bf5cf10f02be25bdfd703a0e408664d3230b516d86f4542230585b979013ad31dc7fd771b99c91816ff4125e3b0da25715febb84f6acfd7ae0c9eee0cff5dcd268a5cdad697c9bf4f0fbeee3afd50faf9afdeda9bae4f8687c9a5e5e7d38b9195db7cf2c5bfaf76cdf4f77af67deafcb4049a5367c22a4e05d24c39674d1ae10ddfed475ba7f760bfea059379e3edaac104b9eba64991d1de9c8046880e1399da9532966c27f06b6b4604e138b109d3429f8bbd17505b9b081a76d5e52add2f6b1e48b022b1313d3fdff6451343c');
CREATE TABLE subject_index (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    through INTEGER NOT NULL    -- sequence number of the last event that is in it
) STRICT;
INSERT INTO subject_index VALUES(1,91);
CREATE TABLE subjects (
    name TEXT PRIMARY KEY,
    id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO subjects VALUES('asin:US/B0C1TZKBAU',1);
INSERT INTO subjects VALUES('attribute:amazon_asin',2);
INSERT INTO subjects VALUES('attribute:amazon_brand',3);
INSERT INTO subjects VALUES('attribute:amazon_canonical_sku',4);
INSERT INTO subjects VALUES('attribute:amazon_color',5);
INSERT INTO subjects VALUES('attribute:amazon_ean',6);
INSERT INTO subjects VALUES('attribute:amazon_gtin',7);
INSERT INTO subjects VALUES('attribute:amazon_images',8);
INSERT INTO subjects VALUES('attribute:amazon_is_primary',9);
INSERT INTO subjects VALUES('attribute:amazon_item_classification',10);
INSERT INTO subjects VALUES('attribute:amazon_last_synced',11);
INSERT INTO subjects VALUES('attribute:amazon_marketplace',12);
INSERT INTO subjects VALUES('attribute:amazon_model_number',13);
INSERT INTO subjects VALUES('attribute:amazon_parent_asin',14);
INSERT INTO subjects VALUES('attribute:amazon_size',15);
INSERT INTO subjects VALUES('attribute:amazon_title',16);
INSERT INTO subjects VALUES('attribute:amazon_upc',17);
INSERT INTO subjects VALUES('attribute:amazon_variation_theme',18);
INSERT INTO subjects VALUES('family:Amazon',19);
INSERT INTO subjects VALUES('picture:77Na3q6uHKL',20);
INSERT INTO subjects VALUES('relation:amazon_hierarchy',21);
INSERT INTO subjects VALUES('relation:amazon_listings',22);
INSERT INTO subjects VALUES('run:20261123T172210Z-60a258',23);
INSERT INTO subjects VALUES('run:20261123T172211Z-ebcad8',44);
INSERT INTO subjects VALUES('sku:AMZN-US-B0C1TZKBAU',24);
INSERT INTO subjects VALUES('sku:WDMXW44',25);
INSERT INTO subjects VALUES('sku:WDMXW44-EE-07.5',26);
INSERT INTO subjects VALUES('sku:WDMXW44-EE-08',27);
INSERT INTO subjects VALUES('sku:WDMXW44-EE-09',28);
INSERT INTO subjects VALUES('sku:WDMXW44-EE-11',29);
INSERT INTO subjects VALUES('sku:WDMXW44-EE-11.5',30);
INSERT INTO subjects VALUES('sku:WDMXW44-EE-12',31);
INSERT INTO subjects VALUES('sku:WDMXW44-EE-13',32);
INSERT INTO subjects VALUES('sku:WDMXW44-M-08',33);
INSERT INTO subjects VALUES('sku:WDMXW44-M-10',34);
INSERT INTO subjects VALUES('sku:WDMXW44-M-10.5',35);
INSERT INTO subjects VALUES('sku:WDMXW44-M-11',36);
INSERT INTO subjects VALUES('sku:WDMXW44-M-11.5',37);
INSERT INTO subjects VALUES('sku:WDMXW44-M-13',38);
INSERT INTO subjects VALUES('sku:WDMXW44-W-07',39);
INSERT INTO subjects VALUES('sku:WDMXW44-W-08',40);
INSERT INTO subjects VALUES('sku:WDMXW44-W-08.5',41);
INSERT INTO subjects VALUES('sku:WDMXW44-W-10',42);
INSERT INTO subjects VALUES('target:default',43);
CREATE TABLE event_subjects (
    subject INTEGER NOT NULL,   -- in subjects
    sequence INTEGER NOT NULL,
    role TEXT NOT NULL, -- empty for what the event is about
    PRIMARY KEY (subject, sequence, role)
) STRICT, WITHOUT ROWID;
INSERT INTO event_subjects VALUES(1,4,'');
INSERT INTO event_subjects VALUES(1,27,'');
INSERT INTO event_subjects VALUES(2,31,'');
INSERT INTO event_subjects VALUES(2,39,'');
INSERT INTO event_subjects VALUES(3,36,'');
INSERT INTO event_subjects VALUES(3,43,'');
INSERT INTO event_subjects VALUES(4,34,'');
INSERT INTO event_subjects VALUES(4,49,'');
INSERT INTO event_subjects VALUES(5,41,'');
INSERT INTO event_subjects VALUES(5,55,'');
INSERT INTO event_subjects VALUES(6,47,'');
INSERT INTO event_subjects VALUES(6,54,'');
INSERT INTO event_subjects VALUES(7,48,'');
INSERT INTO event_subjects VALUES(7,58,'');
INSERT INTO event_subjects VALUES(8,59,'');
INSERT INTO event_subjects VALUES(8,65,'');
INSERT INTO event_subjects VALUES(9,53,'');
INSERT INTO event_subjects VALUES(9,61,'');
INSERT INTO event_subjects VALUES(10,35,'');
INSERT INTO event_subjects VALUES(10,42,'');
INSERT INTO event_subjects VALUES(11,52,'');
INSERT INTO event_subjects VALUES(11,62,'');
INSERT INTO event_subjects VALUES(12,33,'');
INSERT INTO event_subjects VALUES(12,45,'');
INSERT INTO event_subjects VALUES(13,37,'');
INSERT INTO event_subjects VALUES(13,50,'');
INSERT INTO event_subjects VALUES(14,32,'');
INSERT INTO event_subjects VALUES(14,44,'');
INSERT INTO event_subjects VALUES(15,40,'');
INSERT INTO event_subjects VALUES(15,56,'');
INSERT INTO event_subjects VALUES(16,30,'');
INSERT INTO event_subjects VALUES(16,38,'');
INSERT INTO event_subjects VALUES(17,46,'');
INSERT INTO event_subjects VALUES(17,57,'');
INSERT INTO event_subjects VALUES(18,51,'');
INSERT INTO event_subjects VALUES(18,63,'');
INSERT INTO event_subjects VALUES(19,68,'');
INSERT INTO event_subjects VALUES(19,69,'');
INSERT INTO event_subjects VALUES(20,70,'');
INSERT INTO event_subjects VALUES(20,71,'');
INSERT INTO event_subjects VALUES(21,60,'');
INSERT INTO event_subjects VALUES(21,66,'');
INSERT INTO event_subjects VALUES(22,64,'');
INSERT INTO event_subjects VALUES(22,67,'');
INSERT INTO event_subjects VALUES(23,1,'');
INSERT INTO event_subjects VALUES(23,2,'');
INSERT INTO event_subjects VALUES(23,84,'');
INSERT INTO event_subjects VALUES(24,72,'');
INSERT INTO event_subjects VALUES(24,73,'');
INSERT INTO event_subjects VALUES(24,75,'');
INSERT INTO event_subjects VALUES(24,76,'');
INSERT INTO event_subjects VALUES(24,77,'');
INSERT INTO event_subjects VALUES(24,78,'');
INSERT INTO event_subjects VALUES(24,79,'');
INSERT INTO event_subjects VALUES(24,81,'target');
INSERT INTO event_subjects VALUES(25,8,'');
INSERT INTO event_subjects VALUES(26,9,'');
INSERT INTO event_subjects VALUES(27,10,'');
INSERT INTO event_subjects VALUES(28,11,'');
INSERT INTO event_subjects VALUES(29,12,'');
INSERT INTO event_subjects VALUES(30,13,'');
INSERT INTO event_subjects VALUES(31,14,'');
INSERT INTO event_subjects VALUES(32,15,'');
INSERT INTO event_subjects VALUES(33,16,'');
INSERT INTO event_subjects VALUES(34,17,'');
INSERT INTO event_subjects VALUES(35,18,'');
INSERT INTO event_subjects VALUES(36,19,'');
INSERT INTO event_subjects VALUES(37,20,'');
INSERT INTO event_subjects VALUES(38,21,'');
INSERT INTO event_subjects VALUES(39,22,'');
INSERT INTO event_subjects VALUES(40,23,'');
INSERT INTO event_subjects VALUES(40,27,'canonical');
INSERT INTO event_subjects VALUES(40,80,'');
INSERT INTO event_subjects VALUES(40,81,'source');
INSERT INTO event_subjects VALUES(41,24,'');
INSERT INTO event_subjects VALUES(42,25,'');
INSERT INTO event_subjects VALUES(43,6,'');
INSERT INTO event_subjects VALUES(44,85,'');
INSERT INTO event_subjects VALUES(44,86,'');
INSERT INTO event_subjects VALUES(44,91,'');
CREATE INDEX blobs_by_hash ON blobs (hash);
CREATE TRIGGER journal_insert BEFORE INSERT ON journal BEGIN
    SELECT RAISE(ABORT, 'a journal is created once, by plysync')
    WHERE EXISTS (SELECT 1 FROM journal) OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'what a journal says of itself is never changed');
END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'what a journal says of itself is never deleted');
END;
CREATE TRIGGER names_insert BEFORE INSERT ON names BEGIN
    SELECT RAISE(ABORT, 'names are appended by plysync, each with the next number')
    WHERE NEW.id IS NOT (SELECT ifnull(max(id), 0) + 1 FROM names)
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER names_update BEFORE UPDATE ON names BEGIN
    SELECT RAISE(ABORT, 'a name is never changed');
END;
CREATE TRIGGER names_delete BEFORE DELETE ON names BEGIN
    SELECT RAISE(ABORT, 'a name is never deleted');
END;
CREATE TRIGGER events_insert BEFORE INSERT ON events BEGIN
    SELECT RAISE(ABORT, 'events are appended by plysync, each with the next number')
    WHERE NEW.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM events)
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER events_update BEFORE UPDATE ON events BEGIN
    SELECT RAISE(ABORT, 'an event is never changed')
    WHERE NEW.body IS NOT NULL OR OLD.body IS NULL
        OR NEW.sequence IS NOT OLD.sequence OR NEW.time IS NOT OLD.time
        OR NEW.run IS NOT OLD.run OR NEW.system IS NOT OLD.system
        OR NEW.kind IS NOT OLD.kind OR NEW.version IS NOT OLD.version
        OR NEW.subjects IS NOT OLD.subjects OR NEW.cause IS NOT OLD.cause
        OR NEW.body_hash IS NOT OLD.body_hash OR NEW.hash IS NOT OLD.hash
        OR (
            SELECT 1 FROM events AS later, json_each(later.cause) AS named
            WHERE later.sequence > OLD.sequence
                AND later.kind = (SELECT id FROM names WHERE name = 'BodyRedacted')
                AND named.value = OLD.sequence
            -- From the end, where it was just appended.
            ORDER BY later.sequence DESC LIMIT 1) IS NOT 1
        OR only_plysync_writes() IS NOT 1;
END
;
CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted');
END;
CREATE TRIGGER blobs_insert BEFORE INSERT ON blobs BEGIN
    SELECT RAISE(ABORT, 'blobs are appended by plysync, each with the next number')
    WHERE NEW.id IS NOT (SELECT ifnull(max(id), 0) + 1 FROM blobs)
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER blobs_update BEFORE UPDATE ON blobs BEGIN
    SELECT RAISE(ABORT, 'a blob is never changed')
    WHERE NEW.data IS NOT x'' OR NEW.checksum IS NOT 0 OR OLD.data IS x''
        OR NEW.id IS NOT OLD.id OR NEW.sequence IS NOT OLD.sequence
        OR NEW.hash IS NOT OLD.hash OR NEW.size IS NOT OLD.size
        OR (
            SELECT 1 FROM events AS later, json_each(later.subjects) AS named
            WHERE later.sequence > OLD.sequence
                AND later.kind = (SELECT id FROM names WHERE name = 'BodyRedacted')
                AND named.value = 'blob:' || lower(hex(OLD.hash))
            ORDER BY later.sequence DESC LIMIT 1) IS NOT 1
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER blobs_delete BEFORE DELETE ON blobs BEGIN
    SELECT RAISE(ABORT, 'a blob is never deleted');
END;
CREATE TRIGGER subject_index_insert BEFORE INSERT ON subject_index BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subject_index_update BEFORE UPDATE ON subject_index BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subject_index_delete BEFORE DELETE ON subject_index BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subjects_insert BEFORE INSERT ON subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subjects_update BEFORE UPDATE ON subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subjects_delete BEFORE DELETE ON subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER event_subjects_insert BEFORE INSERT ON event_subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER event_subjects_update BEFORE UPDATE ON event_subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER event_subjects_delete BEFORE DELETE ON event_subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE VIEW event_log AS
SELECT
    events.sequence,
    strftime('%Y-%m-%dT%H:%M:%S', events.time / 1000000, 'unixepoch')
        || printf('.%06dZ', events.time % 1000000) AS time,
    runs.name AS run,
    systems.name AS system,
    kinds.name AS kind,
    events.version,
    events.subjects,
    events.cause,
    events.body,
    lower(hex(events.hash)) AS hash
FROM events
LEFT JOIN names AS runs ON runs.id = events.run
LEFT JOIN names AS systems ON systems.id = events.system
LEFT JOIN names AS kinds ON kinds.id = events.kind;
COMMIT;
