-- head 91:ec08db69b10022204f4490e773be56512e84e266ee7a9f65adab5f4536e48b10
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
INSERT INTO journal VALUES(1,'plysync-journal-1',X'e7bde55c51a79f1ad095241c91f59c69',1795451807423526);
CREATE TABLE names (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
INSERT INTO names VALUES(1,'20261123T163647Z-317887');
INSERT INTO names VALUES(2,'plysync');
INSERT INTO names VALUES(3,'RunStarted');
INSERT INTO names VALUES(4,'ScopeFixed');
INSERT INTO names VALUES(5,'amazon:default:US');
INSERT INTO names VALUES(6,'PageObserved');
INSERT INTO names VALUES(7,'ProductExported');
INSERT INTO names VALUES(8,'SourceCompleted');
INSERT INTO names VALUES(9,'plytix:f1a3ffecca02880f36a13026');
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
INSERT INTO names VALUES(25,'20261123T163648Z-d6218c');
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
INSERT INTO events VALUES(1,1795451807545463,1,2,3,1,'["run:20261123T163647Z-317887"]','[]',X'5fadb9f12e46000acce42cbfde0a545009d9cae3c5adda46f91d00d0426cd91f',X'5110b9b776c3ecd703730b827bad8ba757bd8bdc45eb69a9f6e483272ba41661','{"run":"20261123T163647Z-317887","program":"1.0.0","normaliser":1,"rules":1,"settingsHash":"787cdc800b0ca3cce3f7bc7b48ef5f175d5194997069f3b82ee7cfd3dd4ad95e","settings":{"amazon":{"api_url":"http://127.0.0.1:34007","brand":null,"credentials":true,"marketplaces":["US"],"seller":"default","token_url":"http://127.0.0.1:34007/auth/o2/token"},"attributes":[{"from":"asin","label":"amazon_asin","rule":"always","type":"Text"},{"from":"parent_asin","label":"amazon_parent_asin","rule":"always","type":"Text"},{"from":"title","label":"amazon_title","rule":"always","type":"Text"},{"from":"marketplace","label":"amazon_marketplace","rule":"always","type":"Dropdown"},{"from":"canonical_sku","label":"amazon_canonical_sku","rule":"always","type":"Text"},{"from":"item_classification","label":"amazon_item_classification","rule":"always","type":"Dropdown"},{"from":"brand","label":"amazon_brand","rule":"always","type":"Text"},{"from":"model_number","label":"amazon_model_number","rule":"always","type":"Text"},{"from":"size","label":"amazon_size","rule":"fill-empty","type":"Text"},{"from":"color","label":"amazon_color","rule":"fill-empty","type":"Text"},{"from":"upc","label":"amazon_upc","rule":"fill-empty","type":"Text"},{"from":"ean","label":"amazon_ean","rule":"fill-empty","type":"Text"},{"from":"gtin","label":"amazon_gtin","rule":"fill-empty","type":"Text"},{"from":"variation_theme","label":"amazon_variation_theme","rule":"always","type":"Text"},{"label":"amazon_is_primary","rule":"never","type":"Boolean","value":false},{"from":"last_written","label":"amazon_last_synced","rule":"always","type":"Date"}],"file":null,"images":{"max_per_product":20,"on_removal":"keep"},"journal":"/tmp/shop/plysync.journal","limits":{"amazon_per_second":null,"attempts":5,"concurrency":8,"mass_change":0.05,"max_requests":null,"plytix":null,"tries":5,"write_hours":null},"match":{"attributes":{"ean":"ean","model_number":"model_number","upc":"upc"},"exclude_sku_prefixes":[],"rules":["gtin","ean","upc","model_number"],"unmatched":"create"},"max_age":86400,"plytix":{"family":"Amazon","gallery":"amazon_images","label":"title","quota_reserve":0.2,"relations":{"hierarchy":"Amazon Hierarchy","listings":"Amazon Listings"},"sku_format":"AMZN-{marketplace}-{asin}","status":"Draft"},"settle":{"arrival":120,"search_lag":10},"target":"default","targets":{"default":{"api_url":"http://127.0.0.1:34007","auth_url":"http://127.0.0.1:34007/auth/api/get-token","credentials":true}},"time_zone":"UTC","zone_offset":0},"command":["plysync","sync","--brand","Sandbox Brand","--execute","--json"],"execute":true}');
INSERT INTO events VALUES(2,1795451807545463,1,2,4,1,'["run:20261123T163647Z-317887"]','[1]',X'80e880f8f539bebd3f40b91976f883a9d8202b7497730dfc43c1094d40bd04ca',X'235c11d0ec1b9cb2bbf576c6ebce6b43133d71e786558e84da409998c55de382','{"run":"20261123T163647Z-317887","scope":{"source":{"kind":"brand","text":"Sandbox Brand"},"marketplaces":["US"],"includesParents":true},"fingerprint":"cc6964cbc60fafc22e313b4d104bc44811da051c51278c9653fb525bd0e48419"}');
INSERT INTO events VALUES(3,1795451807667219,1,5,6,1,'[]','[]',X'd04f02a8e7c0133389eacdf978599db136ad9715e9f0e439e5e462658cbba8ff',X'68ff04832534d3a6a4f47b3622768e74002de048effe3e18236fb7a4350cdc4c','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","page":1,"requestID":"3ec2d42f-3a45-cc6e-6495-0d26293ff4ff","date":"Mon, 23 Nov 2026 16:36:47 GMT","announced":1,"items":[{"subject":"asin:US/B0C1TZKBAU","hash":"b1d27fe2b5e17c764fb5b738d4b9818ed7bef5f2f6a71abd11d8be86ce85372d"}],"absent":[]}');
INSERT INTO events VALUES(4,1795451807667219,1,5,7,1,'["asin:US/B0C1TZKBAU"]','[3]',X'283e61d2534ebacfd9b9142e0800158a4bcdce8e9abf3006dab144afe1c75487',X'6c01ddb76db617e2fc2156b032683dfdb0725ce1cca6422f06df6caea3d2fbc6','{"item":{"key":"US/B0C1TZKBAU","title":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","brand":"Sandbox Brand","modelNumber":"WDMXW44","partNumber":"WDMXW44-W-08","size":"8 Wide","color":"Saddle/Multi","manufacturer":"Sandbox Brand","productType":"SHOES","classification":"BASE_PRODUCT","identifiers":[{"type":"EAN","value":"0812300000013"},{"type":"UPC","value":"812300000013"}],"parents":[],"children":[],"pictures":[{"slot":"MAIN","url":"http://127.0.0.1:34007/images/I/77Na3q6uHKL.jpg","width":2000,"height":1400},{"slot":"MAIN","url":"http://127.0.0.1:34007/images/I/547lF10ATtL.jpg","width":500,"height":350},{"slot":"MAIN","url":"http://127.0.0.1:34007/images/I/547lF10ATtL._SL75_.jpg","width":75,"height":52}]},"itemHash":"b1d27fe2b5e17c764fb5b738d4b9818ed7bef5f2f6a71abd11d8be86ce85372d","raw":"839dcb7f9e886275f31fc713da15669dc9f03a619898735b2f8fe3d43db5cbdb"}');
INSERT INTO events VALUES(5,1795451807690076,1,5,8,1,'[]','[]',X'3d84300587a10bec4e4afc9527fbafa2c536194fbd983b1d01c51de687d5a6d9',X'a5b4c5a9f51a6a85e8f84608f3c7da9fb7caf8febb0b73afba738798e343e98c','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","seen":1,"announced":1,"stop":"end","whole":true}');
INSERT INTO events VALUES(6,1795451807719134,1,9,10,1,'["target:default"]','[]',X'c1cfe5ad004155a57df2d965b6b9b881647d96e7c3e9b0b0b3dafed6210967d7',X'd0f6335d4e56f1d49816773170ee28663fd915666bdef2b7b437936259c85653','{"alias":"default","account":"f1a3ffecca02880f36a13026","how":"claims","evidence":{}}');
INSERT INTO events VALUES(7,1795451807799390,1,9,6,1,'[]','[]',X'8950949fc1ea77c26fa1192b53c10c1c38a0cdca338d5ff3c9acaa61e6f26c03',X'250c29723511cdffbea9b4a5112d616c8e784867ab205091d9309af9a55e8e15','{"source":"plytix.searchProducts","cell":"canonicals","page":1,"date":"Mon, 23 Nov 2026 16:36:47 GMT","announced":18,"items":[{"subject":"sku:WDMXW44","hash":"a3e0a92115a9745c1a73d99b29d61e17a89917ece5c17463fce888e3da48a6dc"},{"subject":"sku:WDMXW44-EE-07.5","hash":"381d90de6cda4722e8973707b61036612e3184200261e872bdaa0424a8a20333"},{"subject":"sku:WDMXW44-EE-08","hash":"50728e4e9db239316d0c7a0e8aead24a39f2bd0f150e4e9f2c8aa3cfb46dea64"},{"subject":"sku:WDMXW44-EE-09","hash":"bc0da8e3546d4823b868e84291c7ba8a86619bbe62dfa8f848b27e1d416d2ebc"},{"subject":"sku:WDMXW44-EE-11","hash":"48b5185b5afb74f5acb26b90931de04c39d3605576626eb6c4d9cff31536f32d"},{"subject":"sku:WDMXW44-EE-11.5","hash":"c1430078a60b58cb0bc6f13aa6ee1e09641c82ed239791d6e14cd2567bc62bb8"},{"subject":"sku:WDMXW44-EE-12","hash":"39411a7462f014c6cbb92804d46f24710b569a570e798e842bf5bbc192f5b580"},{"subject":"sku:WDMXW44-EE-13","hash":"16143b1d1db0db567d35046f27508e3967bb0d96ff3b82ae452895ea590d93bc"},{"subject":"sku:WDMXW44-M-08","hash":"33f8fda195e755c68902cf9b7eec02588eabd236474ae52a0c4356ab25c62b6a"},{"subject":"sku:WDMXW44-M-10","hash":"67bdee59fee81b704547e633b536684e8ea5e7a4ecef3cd773e55dfe721df969"},{"subject":"sku:WDMXW44-M-10.5","hash":"0febcc2a9663cde1382d95e45bc9524705676fbef1eecfe4b0d85f530802a6af"},{"subject":"sku:WDMXW44-M-11","hash":"cfa8217f74ebdd54c0f2aee76add0dbce193872b88ead13251ace8169a8a7623"},{"subject":"sku:WDMXW44-M-11.5","hash":"5ed0084578708412ce964e2e0a6c007d829b856f8e7b4f4a924d0d8582200dd9"},{"subject":"sku:WDMXW44-M-13","hash":"9dbcb8b5789676bb421ea2654067b6b4e857b2eb16139729bb6443c512cd7e1c"},{"subject":"sku:WDMXW44-W-07","hash":"79ecdc9df5ac411966e370de1ad8152c25918c8e0f800592ea49d52f1b8970eb"},{"subject":"sku:WDMXW44-W-08","hash":"5a48b14cca99b55c9fe3f9ba89b91e8c6e12b88c46f39d3d5e81fdca747ad9f7"},{"subject":"sku:WDMXW44-W-08.5","hash":"f4c094124e3c43892afe7e482d61c9b2784a3473019baea3ed415dd43c171699"},{"subject":"sku:WDMXW44-W-10","hash":"d740d3f876413bfcd4583658818cd2d4bb6f97b4b3a4ba242b8bf1883d50a72e"}],"absent":[]}');
INSERT INTO events VALUES(8,1795451807799390,1,9,11,1,'["sku:WDMXW44"]','[7]',X'73c02ac945ce5d6d78de29d6137b36302ecd409a99ea8f9a5910699b1022334f',X'7876fa1d3db9e9ff9e4167c500990bb87b6d0e8108df837202861c5a9b0e3a54','{"canonical":{"id":"927dc05d02376b6afad8678e","sku":"WDMXW44","label":"Saltgrass Boat Shoe"},"hash":"a3e0a92115a9745c1a73d99b29d61e17a89917ece5c17463fce888e3da48a6dc"}');
INSERT INTO events VALUES(9,1795451807799390,1,9,11,1,'["sku:WDMXW44-EE-07.5"]','[7]',X'70f82a3010b95a48bae4c55d6d52a1191ee1528e1364efe97da189afdd0a6144',X'1831ec6c9c65192c2567f08657f1056070be8ef3ed58681cc7cfb84c4e19d251','{"canonical":{"id":"9f9b56a23d74fa8aa27b9269","sku":"WDMXW44-EE-07.5","label":"Saltgrass Boat Shoe EE-07.5","gtin":"012300000062","parentID":"927dc05d02376b6afad8678e"},"hash":"381d90de6cda4722e8973707b61036612e3184200261e872bdaa0424a8a20333"}');
INSERT INTO events VALUES(10,1795451807799390,1,9,11,1,'["sku:WDMXW44-EE-08"]','[7]',X'd5c2c23704eaee056303ba24c5b954455a47cfef138d54675ab2bbb5a1ab37d0',X'7e95501f875f163eb79bc4bd6cae1b3ef1583bcd911ddea919b715654969d3d3','{"canonical":{"id":"8a34ccc69d09435553a422a2","sku":"WDMXW44-EE-08","label":"Saltgrass Boat Shoe EE-08","gtin":"012300000147","parentID":"927dc05d02376b6afad8678e"},"hash":"50728e4e9db239316d0c7a0e8aead24a39f2bd0f150e4e9f2c8aa3cfb46dea64"}');
INSERT INTO events VALUES(11,1795451807799390,1,9,11,1,'["sku:WDMXW44-EE-09"]','[7]',X'555b7d49ea9a1c776c31b7aadf37af53cd5aff48eee14d404960c064d5ada871',X'5de692788666e3f90c2c8f4c6758e353b4b7c40c4d80021f8138c4a111a1cb42','{"canonical":{"id":"01bd47c559b0872cead0ce21","sku":"WDMXW44-EE-09","label":"Saltgrass Boat Shoe EE-09","gtin":"012300000086","parentID":"927dc05d02376b6afad8678e"},"hash":"bc0da8e3546d4823b868e84291c7ba8a86619bbe62dfa8f848b27e1d416d2ebc"}');
INSERT INTO events VALUES(12,1795451807799390,1,9,11,1,'["sku:WDMXW44-EE-11"]','[7]',X'6ba3710fa9379abb26dfc170b75fdb6503ecd22a83b6ab14c07a787cb26a6233',X'44a212586bfa873547020f0e1dfd9a741c72c88a502c7fd11af00981f7ae18df','{"canonical":{"id":"5a603c7debfd6423fc08a54a","sku":"WDMXW44-EE-11","label":"Saltgrass Boat Shoe EE-11","gtin":"812300000051","parentID":"927dc05d02376b6afad8678e"},"hash":"48b5185b5afb74f5acb26b90931de04c39d3605576626eb6c4d9cff31536f32d"}');
INSERT INTO events VALUES(13,1795451807799390,1,9,11,1,'["sku:WDMXW44-EE-11.5"]','[7]',X'bb19c4c38a9b084dbe8ec1a131b39642bf5f621c370e690221222fd9fddf81a9',X'd1bdbf78075c741a45b6b7462b99bfdaf18171f3c1c4f97d5a6941837901ce75','{"canonical":{"id":"dedefc091d4f4a8ef2508b06","sku":"WDMXW44-EE-11.5","label":"Saltgrass Boat Shoe EE-11.5","gtin":"012300000048","parentID":"927dc05d02376b6afad8678e"},"hash":"c1430078a60b58cb0bc6f13aa6ee1e09641c82ed239791d6e14cd2567bc62bb8"}');
INSERT INTO events VALUES(14,1795451807799390,1,9,11,1,'["sku:WDMXW44-EE-12"]','[7]',X'a43dd6a39f97b5858c3b0c126a2c60787d4ed2042d532dcd27390c3fe98f5fb9',X'9b96375ecb14e9c83ac1584ccf3fb395507d52fc415ab76feffd369f36d526d7','{"canonical":{"id":"67fe56d10cd68fc18c79e923","sku":"WDMXW44-EE-12","label":"Saltgrass Boat Shoe EE-12","gtin":"812300000150","parentID":"927dc05d02376b6afad8678e"},"hash":"39411a7462f014c6cbb92804d46f24710b569a570e798e842bf5bbc192f5b580"}');
INSERT INTO events VALUES(15,1795451807799390,1,9,11,1,'["sku:WDMXW44-EE-13"]','[7]',X'9adebb8f5af49f287c53b56a3d1b20732212a5e59a713c076ac20faeebd72569',X'd577929447a32b7213c986109cdded78326ce5f98d16b922552187bd6cef3f86','{"canonical":{"id":"c4064f8aaf3016cb41a6d48e","sku":"WDMXW44-EE-13","label":"Saltgrass Boat Shoe EE-13","gtin":"812300000037","parentID":"927dc05d02376b6afad8678e"},"hash":"16143b1d1db0db567d35046f27508e3967bb0d96ff3b82ae452895ea590d93bc"}');
INSERT INTO events VALUES(16,1795451807799390,1,9,11,1,'["sku:WDMXW44-M-08"]','[7]',X'e90adad3ac23920ab2dc0851cf0814808ce376cf668b07fd42a495948bb6f86d',X'30e95cfc21429e99793684f5ef39ad8c07e8058d6a0308153e31880dee9be08b','{"canonical":{"id":"d15e36f88b2663f1505e909d","sku":"WDMXW44-M-08","label":"Saltgrass Boat Shoe M-08","gtin":"812300000136","parentID":"927dc05d02376b6afad8678e"},"hash":"33f8fda195e755c68902cf9b7eec02588eabd236474ae52a0c4356ab25c62b6a"}');
INSERT INTO events VALUES(17,1795451807799390,1,9,11,1,'["sku:WDMXW44-M-10"]','[7]',X'e1ec5ed75dcf1a3eded468594de594cb429e0307297c0d7e83def9a0e4f64a1d',X'26f9b2d3b261a287b2e7314e04d900893fea2d95d5e94a85c3fc52315ebdc074','{"canonical":{"id":"555c308cf3fcfa96bbc8fd86","sku":"WDMXW44-M-10","label":"Saltgrass Boat Shoe M-10","gtin":"012300000123","parentID":"927dc05d02376b6afad8678e"},"hash":"67bdee59fee81b704547e633b536684e8ea5e7a4ecef3cd773e55dfe721df969"}');
INSERT INTO events VALUES(18,1795451807799390,1,9,11,1,'["sku:WDMXW44-M-10.5"]','[7]',X'3e8ab0a7667d7a334c2511b0efc4b30e3e2fcbe702f666902d689753109c292e',X'b50b6c98cc7317450489137f098019e3e3ca1400f0bf0e2d49f96b67a0744248','{"canonical":{"id":"2e2401dfca67c7c4b364659d","sku":"WDMXW44-M-10.5","label":"Saltgrass Boat Shoe M-10.5","gtin":"012300000024","parentID":"927dc05d02376b6afad8678e"},"hash":"0febcc2a9663cde1382d95e45bc9524705676fbef1eecfe4b0d85f530802a6af"}');
INSERT INTO events VALUES(19,1795451807799390,1,9,11,1,'["sku:WDMXW44-M-11"]','[7]',X'3dc5113715a2b79f48073699089ce29a3fc40735d46b0a46d2188a753db97414',X'0b670d013c7b985b072a74f3a2f9fd7f000bd6d60e80b1971b35fae31a02686f','{"canonical":{"id":"2b85cee69fd70ff69b08caa1","sku":"WDMXW44-M-11","label":"Saltgrass Boat Shoe M-11","gtin":"812300000099","parentID":"927dc05d02376b6afad8678e"},"hash":"cfa8217f74ebdd54c0f2aee76add0dbce193872b88ead13251ace8169a8a7623"}');
INSERT INTO events VALUES(20,1795451807799390,1,9,11,1,'["sku:WDMXW44-M-11.5"]','[7]',X'd8e8775592e00dc4494fc722c0516be30c29a81986db0a73981adff0ca50545d',X'9ac197880ef88c91c3becc489511c5488fc899fd3b59d08d164254ed36d2fff3','{"canonical":{"id":"924b0cf0a5904b82611f13a8","sku":"WDMXW44-M-11.5","label":"Saltgrass Boat Shoe M-11.5","gtin":"012300000109","parentID":"927dc05d02376b6afad8678e"},"hash":"5ed0084578708412ce964e2e0a6c007d829b856f8e7b4f4a924d0d8582200dd9"}');
INSERT INTO events VALUES(21,1795451807799390,1,9,11,1,'["sku:WDMXW44-M-13"]','[7]',X'af0833f0b1c13fd957b155e40030a79842d65f65065a79a0a94a2cd38787c5ec',X'd95b4aec3c4ce8dd952adde6bb2e9cf064d5f47a5ca1a4bb8e61f8803e54af73','{"canonical":{"id":"24ee3a71b36a614bee761606","sku":"WDMXW44-M-13","label":"Saltgrass Boat Shoe M-13","gtin":"812300000075","parentID":"927dc05d02376b6afad8678e"},"hash":"9dbcb8b5789676bb421ea2654067b6b4e857b2eb16139729bb6443c512cd7e1c"}');
INSERT INTO events VALUES(22,1795451807799390,1,9,11,1,'["sku:WDMXW44-W-07"]','[7]',X'950244765984d0149297203f17905694ed968d462b77bc6317ab8a73ff52c9f0',X'1a3335aeca74cef7ecaed21faef5b0e78cc4da97894ae82b7f1a2ed8c40646bf','{"canonical":{"id":"1ff16b87083bd3f3af008145","sku":"WDMXW44-W-07","label":"Saltgrass Boat Shoe W-07","gtin":"812300000174","parentID":"927dc05d02376b6afad8678e"},"hash":"79ecdc9df5ac411966e370de1ad8152c25918c8e0f800592ea49d52f1b8970eb"}');
INSERT INTO events VALUES(23,1795451807799390,1,9,11,1,'["sku:WDMXW44-W-08"]','[7]',X'83e94c63002b8cb0410e9f1eb9902f338d5f4661a87018870987fe035108f665',X'93432f10a9bc964631f90afa82877f05382ecbc17cad57aac7b1507fe75bed72','{"canonical":{"id":"9c3c7f62fe07335118833c60","sku":"WDMXW44-W-08","label":"Saltgrass Boat Shoe W-08","gtin":"812300000013","parentID":"927dc05d02376b6afad8678e"},"hash":"5a48b14cca99b55c9fe3f9ba89b91e8c6e12b88c46f39d3d5e81fdca747ad9f7"}');
INSERT INTO events VALUES(24,1795451807799390,1,9,11,1,'["sku:WDMXW44-W-08.5"]','[7]',X'6d49b040340085830e250964f73f01df07b55e33d4efd13b53715aae329a4c71',X'b910f1fd8d1ef1fce986c18845afa549e7cd1f5ca7927179b9b33422dc9e637e','{"canonical":{"id":"7ac068e08522d2be6d2366b4","sku":"WDMXW44-W-08.5","label":"Saltgrass Boat Shoe W-08.5","gtin":"812300000112","parentID":"927dc05d02376b6afad8678e"},"hash":"f4c094124e3c43892afe7e482d61c9b2784a3473019baea3ed415dd43c171699"}');
INSERT INTO events VALUES(25,1795451807799390,1,9,11,1,'["sku:WDMXW44-W-10"]','[7]',X'366b4ec2a995e9be7cdf341f9785004dbf12da4340f091b2e24320b58a8e394b',X'12a3895972524601f1b15a4228bef98be7d6ebbef8f42afc09eec68c3cbd123c','{"canonical":{"id":"e1d7df598860f8ff1de63d3f","sku":"WDMXW44-W-10","label":"Saltgrass Boat Shoe W-10","gtin":"012300000161","parentID":"927dc05d02376b6afad8678e"},"hash":"d740d3f876413bfcd4583658818cd2d4bb6f97b4b3a4ba242b8bf1883d50a72e"}');
INSERT INTO events VALUES(26,1795451807825507,1,9,8,1,'[]','[]',X'a95574d0c80582f9680e960828cc9cf7bef9c33ef393a498a9d5ded8860b74b9',X'4097ed9d62a02425878799cc213ca4fde77bc4194b6baedd39a14e14b4a40514','{"source":"plytix.searchProducts","cell":"canonicals","seen":18,"announced":18,"stop":"end","whole":true}');
INSERT INTO events VALUES(27,1795451807831221,1,9,12,1,'["asin:US/B0C1TZKBAU","canonical=sku:WDMXW44-W-08"]','[4,23]',X'0ca57ef5000003aabff02d4a9e183d2c79a0db5bded3881e05699599dd7c6dd4',X'86328039c97f38d2b937d6fabb971b94cef896cccde8bb91021d35af8cf0d8fd','{"item":"US/B0C1TZKBAU","canonicalSKU":"WDMXW44-W-08","canonicalID":"9c3c7f62fe07335118833c60","rule":"gtin","amazon":{"field":"EAN","found":"0812300000013","normalised":"00812300000013"},"canonical":{"field":"gtin","found":"812300000013","normalised":"00812300000013"},"losers":[{"sku":"WDMXW44","rule":"model_number","reason":"rule gtin comes first"}]}');
INSERT INTO events VALUES(28,1795451807921007,1,9,8,1,'[]','[]',X'537db9c23579978a05a6a58ccd75b0073fe01d6b5de73bc8e565f2cd3d9b221e',X'0e707cea216b983e5cf6c9e84400bd2e717ce9228b57a4d4835cf70dec7ef5c5','{"source":"plytix.searchProducts","cell":"ours like AMZN-","seen":0,"announced":0,"stop":"end","whole":true}');
INSERT INTO events VALUES(29,1795451807925623,1,9,13,1,'[]','[]',X'a59dcca1e7c978cc553523a8ce22877f16f30e7df256a29a958858a3637e7d10',X'993acb3fee7081794a652bafae7b8716a4801c416dfb51824023101cc23f9342','{"topic":"naming","value":{"sku_format":"AMZN-{marketplace}-{asin}","family":"Amazon","hierarchy":"Amazon Hierarchy","listings":"Amazon Listings","gallery":"amazon_images"},"evidence":"the first run that wrote to it"}');
INSERT INTO events VALUES(30,1795451807928814,1,9,14,1,'["attribute:amazon_asin"]','[]',X'f1cfaa55a7d5f5009ee0f59b1dedd23fe20241232916847208636438e0eae6f9',X'9835ebbc2773ba54c2b84b6aa1314b4cea60f3f7bf987eecd61b99ce2441407c','{"effects":[{"effect":"defineAttribute","label":"amazon_asin","name":"Amazon ASIN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"5323cdeb3702b838c38c4f939ec5ee7f4a39e81758cecfa6c4645f01cfb7dcac","believed":{}}');
INSERT INTO events VALUES(31,1795451807936295,1,9,14,1,'["attribute:amazon_parent_asin"]','[]',X'68774a5147e88445383e3c3b60df29aa8a66be5136214f178bd53eb9634328f5',X'ee7b12145922e321de313a9b887c8345efa13b641d9f6cd65350d7a640a48be9','{"effects":[{"effect":"defineAttribute","label":"amazon_parent_asin","name":"Amazon Parent ASIN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"bcf72cb2d70bdf4fd7d2329857444f9b9c5478b40af51ade6f4a25e95e64c218","believed":{}}');
INSERT INTO events VALUES(32,1795451807948393,1,9,14,1,'["attribute:amazon_title"]','[]',X'e1fbed978208f0537b1c9fc391c7834a6422b3f59f25eb55931915f24c9172c7',X'5856f0219b30050d710d22bbcc355b08835c271609446e2ef43c9abd74b46ccb','{"effects":[{"effect":"defineAttribute","label":"amazon_title","name":"Amazon Title","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"5d6c5ebdaf06793cbad66477a365e7b60274cfae387eab5b92490a6c5256373d","believed":{}}');
INSERT INTO events VALUES(33,1795451807948393,1,9,14,1,'["attribute:amazon_marketplace"]','[]',X'972cc471ec9a3a8d4c96a4e6a310fe2ecb196d801b285d2d7465d36e4dc865e4',X'20558345efdf8730cf45590bf1dcf2b4ce5c78acd710c6215fa9469f6cb59e80','{"effects":[{"effect":"defineAttribute","label":"amazon_marketplace","name":"Amazon Marketplace","type":"Dropdown","options":["US"]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"c6251ed9e1db1be6c4d7f6ed823219be2fdc7120ce97d5051ab2117da5ed69e1","believed":{}}');
INSERT INTO events VALUES(34,1795451807948393,1,9,14,1,'["attribute:amazon_canonical_sku"]','[]',X'98f8f2a3664f03ab94411501ae8923da246147ac314ab9f0a986876949b7ca78',X'f28f1c7ae29e3cf8ce198683df75582eef8df64d025d7ba8b9144e4516482614','{"effects":[{"effect":"defineAttribute","label":"amazon_canonical_sku","name":"Amazon Canonical SKU","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"d598b6f431d9259b69f316c9d528ed3bce88d520ccb5110e9a7efa123ccf1f72","believed":{}}');
INSERT INTO events VALUES(35,1795451807948393,1,9,14,1,'["attribute:amazon_item_classification"]','[]',X'32ddd870d67ed82a1cec30fa65ecbe9936e781f12f7f433017dae286dd39fdc0',X'a697c8f958524cc45655731c14d50cc1f5bf573182af071b01b1361f6010488d','{"effects":[{"effect":"defineAttribute","label":"amazon_item_classification","name":"Amazon Item Classification","type":"Dropdown","options":["BASE_PRODUCT"]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"b120023a0ee0da341a4d201857ca604a5285775fd23e3a0dd6d3baff4fcb75bf","believed":{}}');
INSERT INTO events VALUES(36,1795451807948393,1,9,14,1,'["attribute:amazon_brand"]','[]',X'b853facb47896c740e3253b5690472477996959e656eaedc8eb8edc684ad67ab',X'c72585391efd5721b5b5189cc06b7d577dc74693ca41c03019e430429ad639e7','{"effects":[{"effect":"defineAttribute","label":"amazon_brand","name":"Amazon Brand","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"4e0b50ec1c1a7276be581d7bb5f3c8e6e19c280511187727d3ebcbec60fa327f","believed":{}}');
INSERT INTO events VALUES(37,1795451807948393,1,9,14,1,'["attribute:amazon_model_number"]','[]',X'2d7eb883651aa52fbfbe1ba3d6ac3228df9e1b7c3b6f893cd966145c1a02be77',X'8cf2640cf2f6c3dbbe6378565bc3f848a0325e89baa8275e245ec07465fa390e','{"effects":[{"effect":"defineAttribute","label":"amazon_model_number","name":"Amazon Model Number","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"9e4a22a33e0c38e0b742e8d6a6748d436b7142e7e5f340610383e00199e03284","believed":{}}');
INSERT INTO events VALUES(38,1795451807957764,1,9,15,1,'["attribute:amazon_asin"]','[30]',X'ede193dc2b5e7a341ba1519abd7d4a68cde483b6b039bb1e39a0a1dc280a56dc',X'9a6593c0ed37a739305d54db280950b85fa5ab008e58b54e218c559dcb41c8cc','{"definition":"attribute","label":"amazon_asin","name":"Amazon ASIN","id":"833e24737997814b3b44a24c","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:47 GMT"}}');
INSERT INTO events VALUES(39,1795451807957764,1,9,15,1,'["attribute:amazon_parent_asin"]','[31]',X'1332649b3b48269014524ad90a061ba6627d3534f27938e27267f3acbfa8c1f2',X'446b4596d3c49f3b3f939a605a77803855737002a67b5fd4f069cfc87b6e5085','{"definition":"attribute","label":"amazon_parent_asin","name":"Amazon Parent ASIN","id":"a6cedc58814e0d6fec3fae53","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:47 GMT"}}');
INSERT INTO events VALUES(40,1795451807981114,1,9,15,1,'["attribute:amazon_marketplace"]','[33]',X'8e561e1d410d497f9cfd4947ad62776b87cb049fb567e1ca4512c58ac900dc35',X'f2c1ae10b7787a27b39027fc2a06c2b14d7845e0685559bd3b2a922ef135e6d1','{"definition":"attribute","label":"amazon_marketplace","name":"Amazon Marketplace","id":"3dd7675c5949ec1e2c390e1f","type":"DropdownAttribute","options":["US"],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:47 GMT"}}');
INSERT INTO events VALUES(41,1795451807981114,1,9,14,1,'["attribute:amazon_size"]','[]',X'a24a7589cd99a2602c454d6ee8777ef40b1a0f12cfdc96eaac3b9821e81a8839',X'122df7b3e71735123bf3dc4bad3e87e4ea34dd7795c384b38721c303ed594909','{"effects":[{"effect":"defineAttribute","label":"amazon_size","name":"Amazon Size","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"02a2dd68b980049e67acac92af7c459d3a20462d30db10bca443e66c8d0e6ab1","believed":{}}');
INSERT INTO events VALUES(42,1795451807981114,1,9,14,1,'["attribute:amazon_color"]','[]',X'bccf54cb00bda769655136610e92a71f8fef3a8573b95ede33da80acbaac97ed',X'a9f1cc0dc14ca019974a25193d8ecc11b6a660653bf845318b4e424c99edda34','{"effects":[{"effect":"defineAttribute","label":"amazon_color","name":"Amazon Color","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"ac098f9b83484aa99ff8a61d6087b95414729eb162e2edad4e099a7ad5fb04c9","believed":{}}');
INSERT INTO events VALUES(43,1795451807985742,1,9,15,1,'["attribute:amazon_title"]','[32]',X'0186eb377c8a443b305768a3e35cc127027cd47795ca14c263bb4886deba7b85',X'53e09a14ffb72fa31a57d6cc3d05f0b2f0912901b238e85d684dda2aa27309dd','{"definition":"attribute","label":"amazon_title","name":"Amazon Title","id":"f135a5033ee68d55b1e1352a","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:47 GMT"}}');
INSERT INTO events VALUES(44,1795451807985742,1,9,15,1,'["attribute:amazon_item_classification"]','[35]',X'710c54b4947860ae79fddb578ee2d5f98219104f8c508911bda6abe157c0f9c9',X'b2d1f9407064756efd71b1b54ef8eb5aefa0613705cfc9f8c712b545c011e644','{"definition":"attribute","label":"amazon_item_classification","name":"Amazon Item Classification","id":"3ec7ce30c4f02f16a437f779","type":"DropdownAttribute","options":["BASE_PRODUCT"],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:47 GMT"}}');
INSERT INTO events VALUES(45,1795451807985742,1,9,15,1,'["attribute:amazon_model_number"]','[37]',X'c23227ecdf567c49f10912aad3ae08845f6a2ad15e310e37bb7fbde56fbc7d3a',X'4c6121445cd9df8bd83ffe1fb0bca05c7400cc57f9ba6fdb3b32f785c68aa2ad','{"definition":"attribute","label":"amazon_model_number","name":"Amazon Model Number","id":"f6013172f25a26c9a0f07b59","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:47 GMT"}}');
INSERT INTO events VALUES(46,1795451807985742,1,9,15,1,'["attribute:amazon_canonical_sku"]','[34]',X'2e57f9d774cc6e6c01954abd8c184369c872247931b3369e129c2eebb790bd9d',X'eb3e7e8b8f26c0b974409d06145be921f9677a93642f331c76f83170842bec10','{"definition":"attribute","label":"amazon_canonical_sku","name":"Amazon Canonical SKU","id":"83b501e78640ef16e0e81ca4","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:47 GMT"}}');
INSERT INTO events VALUES(47,1795451808001723,1,9,14,1,'["attribute:amazon_upc"]','[]',X'13656414485ab0935a3547115f559795048af35c17ddd733c2728a46e792b38e',X'daad01936068a50136302fc360e0157203a7be8a68518b18f53aef8881812d60','{"effects":[{"effect":"defineAttribute","label":"amazon_upc","name":"Amazon UPC","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"b05e732a8e76cc8cccbc5ea674bc982ca2efe1fa0d6eae5ee17ef1fb06cca81e","believed":{}}');
INSERT INTO events VALUES(48,1795451808001723,1,9,14,1,'["attribute:amazon_ean"]','[]',X'4f6946a369cbc5bbd83cbb145f743106d826cb9593b8434d58209444f4f6b7c1',X'ed32003fba499110bdf304d2de4cb6036d3e6e5a1055390ec836d7ea9207ab74','{"effects":[{"effect":"defineAttribute","label":"amazon_ean","name":"Amazon EAN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"a6d225c5a6a0098befbf8fded482e4286ab3651c0abdff7eb89b8a9eb50f1329","believed":{}}');
INSERT INTO events VALUES(49,1795451808001723,1,9,14,1,'["attribute:amazon_gtin"]','[]',X'6706d44e7495012be36d6efa31fbacca9647345673122574909e931cddf9acaa',X'5484a164a045c2a65bd167f0a526b640dd7289b5f5b567ac3230bb4ad70d82b8','{"effects":[{"effect":"defineAttribute","label":"amazon_gtin","name":"Amazon GTIN","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"dd11cbd4ca70c9658469f99490e9cae8ff766db461d209c5be955188b02e78fa","believed":{}}');
INSERT INTO events VALUES(50,1795451808001723,1,9,14,1,'["attribute:amazon_variation_theme"]','[]',X'1867d0ddfff7942f3e552fcf680b0a82cdabe3bc655c0cade91f200d8f7b00fc',X'9bee8ad4bc28e472266ccbb170964fd84c86f88d1467adbf48e570722328aacb','{"effects":[{"effect":"defineAttribute","label":"amazon_variation_theme","name":"Amazon Variation Theme","type":"Text","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"0493b8976a8699ee2de6669266739dd796b828ec2d590a8727a878c1f9856ee7","believed":{}}');
INSERT INTO events VALUES(51,1795451808001723,1,9,14,1,'["attribute:amazon_is_primary"]','[]',X'd71f4b7e7616060d1c811e0fe4cacb80def9fb8d83ab0ff7b80023fb26f7ce08',X'4858b05aeedcf11025de8707e34352a250c46d563bdbffea84977f3fec791054','{"effects":[{"effect":"defineAttribute","label":"amazon_is_primary","name":"Amazon Is Primary","type":"Boolean","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"9945565cf5a90c185f4dfe6a185345581ff147e009272494c4fd3fe8e1b8a5c2","believed":{}}');
INSERT INTO events VALUES(52,1795451808020318,1,9,15,1,'["attribute:amazon_brand"]','[36]',X'601a85ca0a604620dae11acf66938abcaee1b174fb0724cf0fabe112a05d23f1',X'7ce05291e2d7fb28821c6aa413455f84dbb8784557c3978ae41645def7917ca6','{"definition":"attribute","label":"amazon_brand","name":"Amazon Brand","id":"5ea4417a34ec36ccc8e991d4","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(53,1795451808020318,1,9,15,1,'["attribute:amazon_size"]','[41]',X'9d0f5d1a98737fdb57d8dea6427442ad8a50e59eef035d670027eb388d0bfb73',X'ccde55aee99ff0f9fc563929f38e9bf3f550ab286f01810730fcd983a7c046d3','{"definition":"attribute","label":"amazon_size","name":"Amazon Size","id":"49f8504e601b9f66997d2c0c","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(54,1795451808020318,1,9,15,1,'["attribute:amazon_color"]','[42]',X'8ca6672b0727e2f685f2c873b0f633cb223bd92df4b0196d0252f2b7464dad3e',X'25dbbbd998329ec31ff95949a3d10f7cc7e42e13b760bebca46a2c95d20e29d8','{"definition":"attribute","label":"amazon_color","name":"Amazon Color","id":"50095af3d7c20e04ef955cc8","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(55,1795451808034767,1,9,15,1,'["attribute:amazon_variation_theme"]','[50]',X'a9cb7e17bb3ab89eff30e7da1afa6f6ac0e05d2137744d61fd7639b1c99ed1bc',X'02e0e7ec00cd64c4e47b24f869728944b94e639d9b57c9502be0ccba068a3404','{"definition":"attribute","label":"amazon_variation_theme","name":"Amazon Variation Theme","id":"a98796fc939a5783c72fe731","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(56,1795451808034767,1,9,15,1,'["attribute:amazon_is_primary"]','[51]',X'2dd7efcd2999949b03697bbeb66634fc1de5492a886d002fd721f7b9d1c02a88',X'6314c2d2bcfcfc9bd124fb69afeb03b7e2ef77f4f20f7ad4759b7cfc6d314865','{"definition":"attribute","label":"amazon_is_primary","name":"Amazon Is Primary","id":"28676d364320119fbbb95c39","type":"BooleanAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(57,1795451808034767,1,9,15,1,'["attribute:amazon_ean"]','[48]',X'57073ecbd91a1dda75dcbea4aae28252f7866bd5f2878d46455a102ac782d8f3',X'2871d19be3a5c127a8548e90f769097d5fb9dee188ebd8c2d4c1439497b3b441','{"definition":"attribute","label":"amazon_ean","name":"Amazon EAN","id":"75c43be60d1bcb703a446483","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(58,1795451808034767,1,9,15,1,'["attribute:amazon_gtin"]','[49]',X'bd1a973d11f1bd102296691f56576e53602d1c37e35d67948c45d36e58cfe09c',X'b59bd310a341ee3bfc7e048cdc2d13eb6d0af56fa65e48fa04070a70f5f80d23','{"definition":"attribute","label":"amazon_gtin","name":"Amazon GTIN","id":"75d16a98e9f3316f65af3e02","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(59,1795451808034767,1,9,15,1,'["attribute:amazon_upc"]','[47]',X'efcbfdcc36a776da660ab64d6b632f0d667627e7622b66ccc9b2e57457be6108',X'af07b35d0fc3eaf899245b5dc4d5b35fb6fcda0fe62a06a5c14d1793458f306e','{"definition":"attribute","label":"amazon_upc","name":"Amazon UPC","id":"26a4a4c50d2a683e24e94a2c","type":"TextAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(60,1795451808049082,1,9,14,1,'["attribute:amazon_last_synced"]','[]',X'f622a6c362a6bd9dfcd3f854c09a3b14706917e7326f441e8933426fa213d784',X'f8702438cebad098a6e597a2da7a6026fca6d02ed37d791fecfe53912ee07166','{"effects":[{"effect":"defineAttribute","label":"amazon_last_synced","name":"Amazon Last Synced","type":"Date","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"c843360700ee3d31f31bf6c02019599ac40b84db75c7fe0ed8842a795e2e0127","believed":{}}');
INSERT INTO events VALUES(61,1795451808049082,1,9,14,1,'["attribute:amazon_images"]','[]',X'df5e1420a1b16fc3e85419285ffd5c869ec1427c29abf6a1c9d6001ae0c3e8c0',X'f8497d599d422804bc306795508bcc12cdc2f031b156ecbf25976ea002788a78','{"effects":[{"effect":"defineAttribute","label":"amazon_images","name":"Amazon Images","type":"MediaGallery","options":[]}],"attempt":1,"method":"POST","path":"/api/v1/attributes/product","bodyHash":"5585b55d837d7201ec772993e0956c3ce8d57df7b79728d03d4709716d0b4ae6","believed":{}}');
INSERT INTO events VALUES(62,1795451808049082,1,9,14,1,'["relation:amazon_hierarchy"]','[]',X'deaa2973f3db68200616d308eed2da783648058d2f0305b77cd5edfcff678ccb',X'41e22b8c4b1cd975fd6000120c1d08441a343cd4898e60a422fd5c23b5ba0b76','{"effects":[{"effect":"defineRelation","label":"amazon_hierarchy","name":"Amazon Hierarchy"}],"attempt":1,"method":"POST","path":"/api/v1/relationships","bodyHash":"7ff3b84cfcc9583bb25298e532382b58be32d81500e49209fea5efbbe9bab6e5","believed":{}}');
INSERT INTO events VALUES(63,1795451808049082,1,9,14,1,'["relation:amazon_listings"]','[]',X'b8ace80c18f4cc1bde6093c7fc98affaaa6d3feeb350b1e60c7d5f91b03f828d',X'6cc367eeb7155d54b02748ae8003db9e3c688b5653ed557a97bcd670d8359dde','{"effects":[{"effect":"defineRelation","label":"amazon_listings","name":"Amazon Listings"}],"attempt":1,"method":"POST","path":"/api/v1/relationships","bodyHash":"c9acb8404ce0ec5239400c348e1133b2d4671a9cbad6cb4f3ed13676b092a036","believed":{}}');
INSERT INTO events VALUES(64,1795451808076856,1,9,15,1,'["attribute:amazon_images"]','[61]',X'ca8d144e722e962918abb6a8bfb84b7ed4d089bbcb656e362ed06880bdf703ee',X'8b13c953d6bd5661c25e588304184be42fdfa95ab2ddb88499b5611ac395a53c','{"definition":"attribute","label":"amazon_images","name":"Amazon Images","id":"76e03fe682ff1764bee18238","type":"MediaGalleryAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(65,1795451808076856,1,9,15,1,'["relation:amazon_listings"]','[63]',X'070d469890e8d21ee252b9ed92e4c2cf79f128d8901291eb49e26f91265b81e9',X'b45c9f1e2ff25dcf9a8eac6cf564b2aaa398784523180c09600635b60861cbfc','{"definition":"relation","label":"amazon_listings","name":"Amazon Listings","id":"b869d71311bdb18d1615ef13","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(66,1795451808076856,1,9,15,1,'["relation:amazon_hierarchy"]','[62]',X'8ab9fa508d928896ee0d72697a3b213dc2c8ab8250a002054cfab4d6e14c5c06',X'f7e20d739b22e86b555c944b6eddea249bfe5c88e5a31c6ad7fa0b5cc7925966','{"definition":"relation","label":"amazon_hierarchy","name":"Amazon Hierarchy","id":"d739fd38f73120040f6b3842","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(67,1795451808076856,1,9,15,1,'["attribute:amazon_last_synced"]','[60]',X'000a219b6638819c4acabd395fc9351e99df8c79678dcb39ec3696bea631b739',X'b1cf917606f8a218bcca8b8ae07e0f70043161cc9c4f3f3919f64f7d81d5b1c8','{"definition":"attribute","label":"amazon_last_synced","name":"Amazon Last Synced","id":"bf2f68560eee48a49280af2b","type":"DateAttribute","options":[],"members":[],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(68,1795451808093425,1,9,14,1,'["family:Amazon"]','[]',X'1ddc37d2d599b8f3c375b8e030387aaee4d7dfb23bb4916f801af55ffe5ae50b',X'797c7d83ffcf99c67485cb7d309abc419325657a5344896e07c7be73e209fb4d','{"effects":[{"effect":"defineFamily","name":"Amazon","attributes":["amazon_asin","amazon_parent_asin","amazon_title","amazon_marketplace","amazon_canonical_sku","amazon_item_classification","amazon_brand","amazon_model_number","amazon_size","amazon_color","amazon_upc","amazon_ean","amazon_gtin","amazon_variation_theme","amazon_is_primary","amazon_last_synced","amazon_images"]}],"attempt":1,"method":"POST","path":"/api/v1/product_families","bodyHash":"c9d832750944b91180cc5d465c2d47ef44dc1c8210dc37e9a6052a28dab018f9","believed":{}}');
INSERT INTO events VALUES(69,1795451808124800,1,9,15,1,'["family:Amazon"]','[68]',X'4e3a2cd61b2c4951dbe3784a957ba8121908a2b70e3b7d4bee7e47f18d05178d',X'6bdb7ae31df034b208831e810e893d76e42bbac2c788e903dfdbe24177dfb5ce','{"definition":"family","label":"Amazon","name":"Amazon","id":"411f437dd218ad416397afe9","options":[],"members":["amazon_asin","amazon_brand","amazon_canonical_sku","amazon_color","amazon_ean","amazon_gtin","amazon_images","amazon_is_primary","amazon_item_classification","amazon_last_synced","amazon_marketplace","amazon_model_number","amazon_parent_asin","amazon_size","amazon_title","amazon_upc","amazon_variation_theme"],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(70,1795451808145044,1,9,14,1,'["picture:77Na3q6uHKL"]','[4,27]',X'6a7a34154e87a6bd1df07d82112aef434ec078ce93c7c4155887b619369fce04',X'966048b6a1fa842c8b46b4f0819f33edd895c9d6b7289a10be456d2b036ec0ab','{"effects":[{"effect":"uploadAsset","file":"amazon_77Na3q6uHKL~43g.jpg","picture":"77Na3q6uHKL","url":"http://127.0.0.1:34007/images/I/77Na3q6uHKL.jpg"}],"attempt":1,"method":"POST","path":"/api/v1/assets","bodyHash":"7defbbea03f37ab3f4335667417e429f7d589ef5819af36a73dee2b554e4b5bd","believed":{}}');
INSERT INTO events VALUES(71,1795451808155343,1,9,16,1,'["picture:77Na3q6uHKL"]','[70]',X'3e62aef578ec85b197713377ce93043b05f42e92ff04c44b369b3b3f34783b63',X'83920b8cf93e6915ab58d7a53fe5083a4b198da84ad1c3c235adfce39b1dac57','{"picture":"77Na3q6uHKL","file":"amazon_77Na3q6uHKL~43g.jpg","id":"afc60298dc91e5efdd6348f8","url":"http://127.0.0.1:34007/images/I/77Na3q6uHKL.jpg","servedURL":"http://127.0.0.1:34007/api/v1.1/file/public_files/pim/assets/f1a3ffecca02880f36a13026/images/afc60298dc91e5efdd6348f8/amazon_77Na3q6uHKL~43g.jpg","size":11938,"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(72,1795451808164724,1,9,14,1,'["sku:AMZN-US-B0C1TZKBAU"]','[4,27]',X'48ac7ec0f4178eae90d5097c4e0a768ac09b52347de3deb7c0c158552d3b9218',X'8ef49d482e68ae648de39cf577af2db6f14569d0ff9ed024f6939c3e3ed9b9c9','{"effects":[{"effect":"createProduct","sku":"AMZN-US-B0C1TZKBAU"},{"effect":"setFields","sku":"AMZN-US-B0C1TZKBAU","changes":[{"field":"label","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"status","new":"Draft","rule":"never","reason":"new"},{"field":"attributes.amazon_asin","new":"B0C1TZKBAU","rule":"always","reason":"new"},{"field":"attributes.amazon_title","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"attributes.amazon_marketplace","new":"US","rule":"always","reason":"new"},{"field":"attributes.amazon_canonical_sku","new":"WDMXW44-W-08","rule":"always","reason":"new"},{"field":"attributes.amazon_item_classification","new":"BASE_PRODUCT","rule":"always","reason":"new"},{"field":"attributes.amazon_brand","new":"Sandbox Brand","rule":"always","reason":"new"},{"field":"attributes.amazon_model_number","new":"WDMXW44","rule":"always","reason":"new"},{"field":"attributes.amazon_size","new":"8 Wide","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_color","new":"Saddle/Multi","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_upc","new":"812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_ean","new":"0812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_is_primary","new":false,"rule":"never","reason":"new"},{"field":"attributes.amazon_last_synced","new":"2026-11-23","rule":"always","reason":"new"}]},{"effect":"setGallery","sku":"AMZN-US-B0C1TZKBAU","label":"amazon_images","files":["amazon_77Na3q6uHKL~43g.jpg"],"old":[]},{"effect":"setThumbnail","sku":"AMZN-US-B0C1TZKBAU","file":"amazon_77Na3q6uHKL~43g.jpg"}],"attempt":1,"method":"POST","path":"/api/v1/products","bodyHash":"cf5f90f622e82b5997f25373f4aede42cd3c58b6db18c9b36dc3b91d299c1b4b","believed":{}}');
INSERT INTO events VALUES(73,1795451808195455,1,9,17,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'e546a1fcdf6d400b2744b6443012396f5111606f415dc1c14e50ddbd97d13a4d',X'386924cea891ce6b7e2bec34645247abd014da8c6302867284c9825a72e1b874','{"sku":"AMZN-US-B0C1TZKBAU","id":"45d0a2452b866c5836ea046b","adopted":false,"modified":"2026-11-23T16:36:48.180048+00:00","answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(74,1795451808195455,1,9,13,1,'[]','[72]',X'89ab6c78ee0a2c7b3a7f1f371719d8e5dc6e14e98e478218671e74d9299432f7',X'161cc03357ed9aee35e8213eb29d314fe04ec4cb96cae569f1c0a45f9ec274cd','{"topic":"family-in-create","value":false,"evidence":"the answer to the creation of AMZN-US-B0C1TZKBAU"}');
INSERT INTO events VALUES(75,1795451808195455,1,9,18,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'f5658678e19a9afaad69ebf0fcaa0f8afd500404287e53f411bc4985921b1097',X'1bed50b4e88aeba717f8683c1c6df4a72cf04d8d69e88474c9a08e9d8c3a35b1','{"sku":"AMZN-US-B0C1TZKBAU","id":"45d0a2452b866c5836ea046b","changes":[{"field":"label","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"status","new":"Draft","rule":"never","reason":"new"},{"field":"attributes.amazon_asin","new":"B0C1TZKBAU","rule":"always","reason":"new"},{"field":"attributes.amazon_title","new":"Sandbox Brand Women''s Saltgrass Boat Shoe, Saddle/Multi, 8 W","rule":"always","reason":"new"},{"field":"attributes.amazon_marketplace","new":"US","rule":"always","reason":"new"},{"field":"attributes.amazon_canonical_sku","new":"WDMXW44-W-08","rule":"always","reason":"new"},{"field":"attributes.amazon_item_classification","new":"BASE_PRODUCT","rule":"always","reason":"new"},{"field":"attributes.amazon_brand","new":"Sandbox Brand","rule":"always","reason":"new"},{"field":"attributes.amazon_model_number","new":"WDMXW44","rule":"always","reason":"new"},{"field":"attributes.amazon_size","new":"8 Wide","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_color","new":"Saddle/Multi","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_upc","new":"812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_ean","new":"0812300000013","rule":"fill-empty","reason":"new"},{"field":"attributes.amazon_is_primary","new":false,"rule":"never","reason":"new"},{"field":"attributes.amazon_last_synced","new":"2026-11-23","rule":"always","reason":"new"}],"modified":"2026-11-23T16:36:48.180048+00:00","answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(76,1795451808195455,1,9,19,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'42bfbc11b06ed53ca996563f156d944f0f0d686c3f6846a0f03e855d8822ecc4',X'b309573fd62fb7c59e28913253dd8613abef1ef85a671ec4ae1ef0ba0dae11f2','{"sku":"AMZN-US-B0C1TZKBAU","id":"45d0a2452b866c5836ea046b","label":"amazon_images","files":["amazon_77Na3q6uHKL~43g.jpg"],"assets":["afc60298dc91e5efdd6348f8"],"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(77,1795451808195455,1,9,20,1,'["sku:AMZN-US-B0C1TZKBAU"]','[72]',X'5e5ac5333e22e46c2776173d0ffd04ed4cb28cd1948e9fa850a8211b56eebb47',X'f452a37ced85f403c842a16d8d58061e6c06253ef19eec9df80f7f64fd553992','{"sku":"AMZN-US-B0C1TZKBAU","id":"45d0a2452b866c5836ea046b","file":"amazon_77Na3q6uHKL~43g.jpg","asset":"afc60298dc91e5efdd6348f8","answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(78,1795451808209065,1,9,14,1,'["sku:AMZN-US-B0C1TZKBAU"]','[4,27]',X'55ec0e75e817cb6f404f03257868ca069124793a3c08ca7e0c10c012cf7f9aef',X'03d0515707848fd760466d6262dda3a1fc5ef2d37046b93e6fd9070ecb1d312d','{"effects":[{"effect":"assignFamily","sku":"AMZN-US-B0C1TZKBAU","family":"Amazon"}],"attempt":1,"method":"POST","path":"/api/v1/products/45d0a2452b866c5836ea046b/family","bodyHash":"c221c273655985960eaf45b7ea956c99dc4db05a668ea4a96b76b690013ef351","believed":{"assign-family AMZN-US-B0C1TZKBAU":""}}');
INSERT INTO events VALUES(79,1795451808236958,1,9,21,1,'["sku:AMZN-US-B0C1TZKBAU"]','[78]',X'41ad77496b4dea75cdd0259667f605dd497c7b863149ceece834c45ae1c5cda0',X'0d592aa4a9ee37e353cf3f2184e20769a681f4f1797a5f76d1e468dfb59b68ca','{"sku":"AMZN-US-B0C1TZKBAU","id":"45d0a2452b866c5836ea046b","family":"Amazon","familyID":"411f437dd218ad416397afe9","adopted":false,"answer":{"status":200,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(80,1795451808240637,1,9,14,1,'["sku:WDMXW44-W-08"]','[27]',X'61db18c6e6e48c7d68b62d75eb5f28416f1adf64d1680ca86316f479265bf76a',X'ca8de6531e8891242624d529722c9e88b17cb39d6ed5e2043e925fa89bb8bcdf','{"effects":[{"effect":"link","relation":"amazon_listings","source":"WDMXW44-W-08","targets":["AMZN-US-B0C1TZKBAU"]}],"attempt":1,"method":"POST","path":"/api/v1/products/9c3c7f62fe07335118833c60/relationships/b869d71311bdb18d1615ef13","bodyHash":"e84b96a40e0f99a4d474a47ecb31ec59695a898365253e0c0e73d2d854087247","believed":{"link amazon_listings WDMXW44-W-08":null}}');
INSERT INTO events VALUES(81,1795451808258404,1,9,22,1,'["source=sku:WDMXW44-W-08","target=sku:AMZN-US-B0C1TZKBAU"]','[80]',X'61b5c89de2d852176e6c726b3e3f4ffc7b10204f1b1abbf26e5bb74cbec45592',X'54205a0309ce38ca77d3ccaf2f59a2249680771cba5c11330ea3603598eb5cf5','{"relation":"amazon_listings","relationID":"b869d71311bdb18d1615ef13","source":{"sku":"WDMXW44-W-08","id":"9c3c7f62fe07335118833c60"},"targets":[{"sku":"AMZN-US-B0C1TZKBAU","id":"45d0a2452b866c5836ea046b"}],"adopted":false,"answer":{"status":201,"date":"Mon, 23 Nov 2026 16:36:48 GMT"}}');
INSERT INTO events VALUES(82,1795451808273776,1,2,23,1,'[]','[]',X'b456108c4c25a20ae7e2f583a6ac9170d35de24baac96d3d1e060764a92d9f6c',X'8a2fe3137ee506fee675823bc0b299ea568df604e95c01d6eb918a587c10ca22','{"observation":{"bucket":"amazon:searchCatalogItems","limits":[{"limit":"bucket","perSecond":120,"burst":2}],"evidence":"header"}}');
INSERT INTO events VALUES(83,1795451808273776,1,2,23,1,'[]','[]',X'225902e0797dac86ef517f98a252249832da4262fc8c8da02e2313869adcd32a',X'1b30266cb7a11336edfe057191ee617067cada106e169c2f931ff7374e0ca321','{"observation":{"bucket":"plytix:f1a3ffecca02880f36a13026","limits":[{"limit":"window","requests":3000,"length":10},{"limit":"window","requests":300000,"length":3600}],"evidence":"claims"}}');
INSERT INTO events VALUES(84,1795451808284711,1,2,24,1,'["run:20261123T163647Z-317887"]','[]',X'edd9a36f12dd9fe52b4006e5f858a3bbb673b49d21c28ed97b74748eea921de4',X'8a7aae10486bb2c5ce2068f82ff83f726f5d48aa3ab8b4d511b78d6f0c0f2905','{"run":"20261123T163647Z-317887","outcome":"complete","phases":[{"phase":"export","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"map","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"products","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"relationships","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"images","expected":1,"done":1,"unchanged":0,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0}],"requests":{"amazon":2,"plytix":33,"plytix_writes":24}}');
INSERT INTO events VALUES(85,1795451808742387,25,2,3,1,'["run:20261123T163648Z-d6218c"]','[]',X'a11ad93e53be26401005eb20b6a845a88de2042677250d2c7e460b64649fdf95',X'39e6c320a0eb6864f35aa5b038265c0abb1104c79b24db66ffb98bc7d1db8a64','{"run":"20261123T163648Z-d6218c","program":"1.0.0","normaliser":1,"rules":1,"settingsHash":"787cdc800b0ca3cce3f7bc7b48ef5f175d5194997069f3b82ee7cfd3dd4ad95e","settings":{"amazon":{"api_url":"http://127.0.0.1:34007","brand":null,"credentials":true,"marketplaces":["US"],"seller":"default","token_url":"http://127.0.0.1:34007/auth/o2/token"},"attributes":[{"from":"asin","label":"amazon_asin","rule":"always","type":"Text"},{"from":"parent_asin","label":"amazon_parent_asin","rule":"always","type":"Text"},{"from":"title","label":"amazon_title","rule":"always","type":"Text"},{"from":"marketplace","label":"amazon_marketplace","rule":"always","type":"Dropdown"},{"from":"canonical_sku","label":"amazon_canonical_sku","rule":"always","type":"Text"},{"from":"item_classification","label":"amazon_item_classification","rule":"always","type":"Dropdown"},{"from":"brand","label":"amazon_brand","rule":"always","type":"Text"},{"from":"model_number","label":"amazon_model_number","rule":"always","type":"Text"},{"from":"size","label":"amazon_size","rule":"fill-empty","type":"Text"},{"from":"color","label":"amazon_color","rule":"fill-empty","type":"Text"},{"from":"upc","label":"amazon_upc","rule":"fill-empty","type":"Text"},{"from":"ean","label":"amazon_ean","rule":"fill-empty","type":"Text"},{"from":"gtin","label":"amazon_gtin","rule":"fill-empty","type":"Text"},{"from":"variation_theme","label":"amazon_variation_theme","rule":"always","type":"Text"},{"label":"amazon_is_primary","rule":"never","type":"Boolean","value":false},{"from":"last_written","label":"amazon_last_synced","rule":"always","type":"Date"}],"file":null,"images":{"max_per_product":20,"on_removal":"keep"},"journal":"/tmp/shop/plysync.journal","limits":{"amazon_per_second":null,"attempts":5,"concurrency":8,"mass_change":0.05,"max_requests":null,"plytix":null,"tries":5,"write_hours":null},"match":{"attributes":{"ean":"ean","model_number":"model_number","upc":"upc"},"exclude_sku_prefixes":[],"rules":["gtin","ean","upc","model_number"],"unmatched":"create"},"max_age":86400,"plytix":{"family":"Amazon","gallery":"amazon_images","label":"title","quota_reserve":0.2,"relations":{"hierarchy":"Amazon Hierarchy","listings":"Amazon Listings"},"sku_format":"AMZN-{marketplace}-{asin}","status":"Draft"},"settle":{"arrival":120,"search_lag":10},"target":"default","targets":{"default":{"api_url":"http://127.0.0.1:34007","auth_url":"http://127.0.0.1:34007/auth/api/get-token","credentials":true}},"time_zone":"UTC","zone_offset":0},"command":["plysync","sync","--brand","Sandbox Brand","--execute","--json"],"execute":true}');
INSERT INTO events VALUES(86,1795451808742387,25,2,4,1,'["run:20261123T163648Z-d6218c"]','[85]',X'2b412223beaafc9adb31c14ed42eb65cd606c53d0bda1157d60e915d71edefd0',X'1da07df34f2836c7a57b0dba0358e08044768d09f4ace84a6f98b3f7d161cefd','{"run":"20261123T163648Z-d6218c","scope":{"source":{"kind":"brand","text":"Sandbox Brand"},"marketplaces":["US"],"includesParents":true},"fingerprint":"cc6964cbc60fafc22e313b4d104bc44811da051c51278c9653fb525bd0e48419"}');
INSERT INTO events VALUES(87,1795451808850621,25,5,6,1,'[]','[]',X'9f91925d2d404fa17b6b794d3808446c08dfa257aa5bbec45ac3c1627acba752',X'511e5f4ec7d657b8a9c92c3c2ed2b67313917b0c17d000c0c76f6135a90b59ce','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","page":1,"requestID":"e697b2d5-7719-4a3c-ab3a-200df6c7ab15","date":"Mon, 23 Nov 2026 16:36:48 GMT","announced":1,"items":[{"subject":"asin:US/B0C1TZKBAU","hash":"b1d27fe2b5e17c764fb5b738d4b9818ed7bef5f2f6a71abd11d8be86ce85372d"}],"absent":[]}');
INSERT INTO events VALUES(88,1795451808868941,25,5,8,1,'[]','[]',X'3d84300587a10bec4e4afc9527fbafa2c536194fbd983b1d01c51de687d5a6d9',X'025ffba846f95e19b82f17898a875c3e8d9b7e2e70f8acc967a99c9a3c8e1a06','{"source":"amazon.searchCatalogItems","cell":"brand=Sandbox Brand;US","seen":1,"announced":1,"stop":"end","whole":true}');
INSERT INTO events VALUES(89,1795451808905351,25,9,6,1,'[]','[]',X'ba236e2c574ab55ed95ab8a9630c0860e419e56e89af7928930db3c2711e822f',X'9fb1bc77a935bbcb9126921b591764c874633a306c35597fcd3b5c3d606f37f9','{"source":"plytix.searchProducts","cell":"canonicals","page":1,"date":"Mon, 23 Nov 2026 16:36:48 GMT","announced":18,"items":[{"subject":"sku:WDMXW44","hash":"a3e0a92115a9745c1a73d99b29d61e17a89917ece5c17463fce888e3da48a6dc"},{"subject":"sku:WDMXW44-EE-07.5","hash":"381d90de6cda4722e8973707b61036612e3184200261e872bdaa0424a8a20333"},{"subject":"sku:WDMXW44-EE-08","hash":"50728e4e9db239316d0c7a0e8aead24a39f2bd0f150e4e9f2c8aa3cfb46dea64"},{"subject":"sku:WDMXW44-EE-09","hash":"bc0da8e3546d4823b868e84291c7ba8a86619bbe62dfa8f848b27e1d416d2ebc"},{"subject":"sku:WDMXW44-EE-11","hash":"48b5185b5afb74f5acb26b90931de04c39d3605576626eb6c4d9cff31536f32d"},{"subject":"sku:WDMXW44-EE-11.5","hash":"c1430078a60b58cb0bc6f13aa6ee1e09641c82ed239791d6e14cd2567bc62bb8"},{"subject":"sku:WDMXW44-EE-12","hash":"39411a7462f014c6cbb92804d46f24710b569a570e798e842bf5bbc192f5b580"},{"subject":"sku:WDMXW44-EE-13","hash":"16143b1d1db0db567d35046f27508e3967bb0d96ff3b82ae452895ea590d93bc"},{"subject":"sku:WDMXW44-M-08","hash":"33f8fda195e755c68902cf9b7eec02588eabd236474ae52a0c4356ab25c62b6a"},{"subject":"sku:WDMXW44-M-10","hash":"67bdee59fee81b704547e633b536684e8ea5e7a4ecef3cd773e55dfe721df969"},{"subject":"sku:WDMXW44-M-10.5","hash":"0febcc2a9663cde1382d95e45bc9524705676fbef1eecfe4b0d85f530802a6af"},{"subject":"sku:WDMXW44-M-11","hash":"cfa8217f74ebdd54c0f2aee76add0dbce193872b88ead13251ace8169a8a7623"},{"subject":"sku:WDMXW44-M-11.5","hash":"5ed0084578708412ce964e2e0a6c007d829b856f8e7b4f4a924d0d8582200dd9"},{"subject":"sku:WDMXW44-M-13","hash":"9dbcb8b5789676bb421ea2654067b6b4e857b2eb16139729bb6443c512cd7e1c"},{"subject":"sku:WDMXW44-W-07","hash":"79ecdc9df5ac411966e370de1ad8152c25918c8e0f800592ea49d52f1b8970eb"},{"subject":"sku:WDMXW44-W-08","hash":"5a48b14cca99b55c9fe3f9ba89b91e8c6e12b88c46f39d3d5e81fdca747ad9f7"},{"subject":"sku:WDMXW44-W-08.5","hash":"f4c094124e3c43892afe7e482d61c9b2784a3473019baea3ed415dd43c171699"},{"subject":"sku:WDMXW44-W-10","hash":"d740d3f876413bfcd4583658818cd2d4bb6f97b4b3a4ba242b8bf1883d50a72e"}],"absent":[]}');
INSERT INTO events VALUES(90,1795451808924718,25,9,8,1,'[]','[]',X'a95574d0c80582f9680e960828cc9cf7bef9c33ef393a498a9d5ded8860b74b9',X'45bce2cabcc2fe6314a71c10eda4e7b63fc2e591057115ba977d60bdd6492f8a','{"source":"plytix.searchProducts","cell":"canonicals","seen":18,"announced":18,"stop":"end","whole":true}');
INSERT INTO events VALUES(91,1795451808931669,25,2,24,1,'["run:20261123T163648Z-d6218c"]','[]',X'44d08f074eeba6586b500662c07f6dd11be3d6fe926db728e0ec474705693616',X'ec08db69b10022204f4490e773be56512e84e266ee7a9f65adab5f4536e48b10','{"run":"20261123T163648Z-d6218c","outcome":"complete","phases":[{"phase":"export","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"map","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"products","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"relationships","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0},{"phase":"images","expected":1,"done":1,"unchanged":1,"adopted":0,"accepted":0,"failed":0,"pending":0,"in_doubt":0}],"requests":{"amazon":2,"plytix":2,"plytix_writes":0}}');
CREATE TABLE blobs (
    id INTEGER PRIMARY KEY, -- 1, 2, 3 and so on, without gaps
    sequence INTEGER NOT NULL,  -- the event with which it came
    hash BLOB NOT NULL CHECK (length(hash) = 32),   -- SHA-256 of the content
    size INTEGER NOT NULL,  -- of the content, in bytes
    checksum INTEGER NOT NULL,  -- CRC-32 of data
    data BLOB NOT NULL  -- the content as a zlib stream
) STRICT;
INSERT INTO blobs VALUES(1,3,X'839dcb7f9e886275f31fc713da15669dc9f03a619898735b2f8fe3d43db5cbdb',7091,1323853339,X'789cad59ed521bb9127d15d554edee1f136c1302cbfe02436ed804c2c5b06cdd8f9a9267da1e5d34d244d2c4f14df14efb0cfb647ba4190f18b2b14944aa0896a74f7faafbb4fd39e156a8e42039ea8f0657ff7a7b74789df412ee9c1193da914d0e3e277c46a9e10abf73b2991195131a22fffe9c489cd6fe6dc767c020955e8f215e72734bae923ca354e478e3f0eab78be3b7a76f7fef1f9f5ce2818f5cd6e4cff35abae4eebfd068b222758b8aa2e0be11b3821d0232604fe00e194136152a93754e7950b229da944b4bab38863ed4c27c330e829947f1730ca089fec48e0262c0aea52497565a281745c56b006ecd0c178a49e2ae20c35cc11d9b133796e1149a59aec932a59b53a66be4b41741b5d66e4239d35366285b64127f4f352f7b7859ea8f7c2209afa14fd14f96e9b98239564b8aa27c0c20afb9d41205c34c3d9990f9851578095d0a9e3af623d3422ed8546a6d6c1cad4eb8ac80bec982153eb2883462ce9ca61e1beef5fffc038aa55b1e1744328ade774209356b32ebf82db25957705d58571b0a29465521dd8ecd34e333544314b597b5b2cc99da3bc8acf83ffdc226e4e6448ab97973627bc1a0e0ae2d39aa3b243c4eb40b3e75ac246ee1a565bcaa8cfe244aee0859ddfd4fc2a646978c873e1241dd19cf9b82f5bee47cd1847b4233942dfec33bfe78de5c2952a83398077773288862c0156ae72321afca15f62736e7067dc32d9a845adcdee662b35ce46c6eb49a45d13ae2860ed85c54845fae601c0e9515cba476458f655ae5c20f14645c64a835b6400f09bd2c8360ea0d3375e69fb0717a66853e35422f53ecbd928b469396da44eac8792e69fb0c734db4d0caf9e8a6526066e4a97f4dcad96f1b1d99ae95338b544f536dc44ca867c124a3f3c6a6ca0a9e66bcf651e580b30e355f523b323686533a450df9ce91e2ee4891f9961c34e45471e33ac4ef8dea5c03ca06e4299f1891c5a30a837eff07f6ae996c4141e8a91b85619d0ddd1c93dc931c0fbe24202883b2421b5b16c2f77a71c185f1d3ca1698c449a3c98fc2d4373323b88ca2e5f2e1146eb4d8746af84c48fab67a1628bb54f1324e2e57e810bbf145036230e6d281c058cb8e34fadbb8f0b3f4e13dedb17d769374e6543cbbf5467ca8d11c855b3ccbb3c1139839818c6e78b16a25f06452e196e7f61e74f862d8c1faa24b6f6931d7e679f433919a4fc9d8ad0735d201c64b8114d5d67b750f1fc5fd571e4e068e127d07b95600a6863d975cd5539e79d2136b1c3c26e8a5ce49a6aa2e27ad8a8db16e8ecf7ebf79f9f2014a9894cfc118f6873b5ebc51efa7088ca3e7cda250e1a0f89b9abf4907eac255534e6dabf403e47be2b475b3d5df4f1a24bfb7c5a916ac05a24924b8620e5e12bd1eaf400ebb96d56313dfb3fc95f5ed7da59c5e04332c2eb55b603f77b81c510c380ff4da437b7a1c208bfb4bbc268387eab6a5006bf40505e0f7514c46ff16796bf4ada850d8d367564d3791e24fcd87e4c2569401379de20c4d265acb659764b1ac6160ada8f1018e4795c6c0c72e92dfab988289d5964002b449db0b1187697095150c33eeb651e616328e0f23895b25b280eab899914b6758b59edb63b08836e586c53c8d67dd99ced8956e90fd304c03df7f6e7bbe03c30f6e223dfc7e715a7f76ea717fee373fc35700cd8585cac579a007c96b6e0bbfa98d156125377e44a34b0792ff55a8c1cf4fa0c681846c2abfff443e90bb4de5fb8327f223bf7da263f6021fb4ec47f62b613b36d807f1b3dabe4ebfdcbd72e197922e949eed783b96bdf2f392ce80f317f480ceec223f92d4cc155f796830c053f3c7504f99d1fe9e879b8bfcab68fb7777eb3cf2a10c8435a20f3b917d08a43247be91665f7e21ec7ffb1a18fdfdc170a72d819de4a1f055688ac9c9e179f88c63456a9dd0f5c5e8f184fb9b12112502dada75ffe732ba8397fd7ea0b5b7102e9cab0eb6b707c3bd177dfc1b1cece0ddbded466cfb747b6fef9cef7c7855bf79fbeec5ffaa59880b4694affde4ecf0f43ce9223884e1dea7a59a9dddcdb5ecbedc93af07fdc32bb74ecbeeaa92dde137e948c7eff676d335aa501e1b45bb1d403e4b4f28ed972bfe5ec0b7a437ef4fc601c8906c7a6421aacd901e4b04066beb1272a23586fbef3a2e963332f08d5ec26ba741f4aac27f97d09eb55f0f3cda1dfcb99e5b1aadb4b9358d6f931e7ed77dfcb5fae155b3bf3d56971c1d8e4fd28bcbf7c7d7a3abf699654bff9eedfbf1eef5c4fb751928a9d4864f8414bc8b64d892cedb15a2db9fba4ef7cf6ec11f34ebc6e3479b1562c953972cb3a3231d99000d303ca7537522c54cf8cfc09616cc696211a2e32605ff30baae201736f0b4cd4baa55da3e967c5160656262baff052cd0342d');
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
INSERT INTO subjects VALUES('run:20261123T163647Z-317887',23);
INSERT INTO subjects VALUES('run:20261123T163648Z-d6218c',44);
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
INSERT INTO event_subjects VALUES(2,30,'');
INSERT INTO event_subjects VALUES(2,38,'');
INSERT INTO event_subjects VALUES(3,36,'');
INSERT INTO event_subjects VALUES(3,52,'');
INSERT INTO event_subjects VALUES(4,34,'');
INSERT INTO event_subjects VALUES(4,46,'');
INSERT INTO event_subjects VALUES(5,42,'');
INSERT INTO event_subjects VALUES(5,54,'');
INSERT INTO event_subjects VALUES(6,48,'');
INSERT INTO event_subjects VALUES(6,57,'');
INSERT INTO event_subjects VALUES(7,49,'');
INSERT INTO event_subjects VALUES(7,58,'');
INSERT INTO event_subjects VALUES(8,61,'');
INSERT INTO event_subjects VALUES(8,64,'');
INSERT INTO event_subjects VALUES(9,51,'');
INSERT INTO event_subjects VALUES(9,56,'');
INSERT INTO event_subjects VALUES(10,35,'');
INSERT INTO event_subjects VALUES(10,44,'');
INSERT INTO event_subjects VALUES(11,60,'');
INSERT INTO event_subjects VALUES(11,67,'');
INSERT INTO event_subjects VALUES(12,33,'');
INSERT INTO event_subjects VALUES(12,40,'');
INSERT INTO event_subjects VALUES(13,37,'');
INSERT INTO event_subjects VALUES(13,45,'');
INSERT INTO event_subjects VALUES(14,31,'');
INSERT INTO event_subjects VALUES(14,39,'');
INSERT INTO event_subjects VALUES(15,41,'');
INSERT INTO event_subjects VALUES(15,53,'');
INSERT INTO event_subjects VALUES(16,32,'');
INSERT INTO event_subjects VALUES(16,43,'');
INSERT INTO event_subjects VALUES(17,47,'');
INSERT INTO event_subjects VALUES(17,59,'');
INSERT INTO event_subjects VALUES(18,50,'');
INSERT INTO event_subjects VALUES(18,55,'');
INSERT INTO event_subjects VALUES(19,68,'');
INSERT INTO event_subjects VALUES(19,69,'');
INSERT INTO event_subjects VALUES(20,70,'');
INSERT INTO event_subjects VALUES(20,71,'');
INSERT INTO event_subjects VALUES(21,62,'');
INSERT INTO event_subjects VALUES(21,66,'');
INSERT INTO event_subjects VALUES(22,63,'');
INSERT INTO event_subjects VALUES(22,65,'');
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
        OR NOT EXISTS (
            SELECT 1 FROM events AS later, json_each(later.cause) AS named
            WHERE later.sequence > OLD.sequence
                AND later.kind = (SELECT id FROM names WHERE name = 'BodyRedacted')
                AND named.value = OLD.sequence)
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted');
END;
CREATE TRIGGER blobs_insert BEFORE INSERT ON blobs BEGIN
    SELECT RAISE(ABORT, 'blobs are appended by plysync, each with the next number')
    WHERE NEW.id IS NOT (SELECT ifnull(max(id), 0) + 1 FROM blobs)
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER blobs_update BEFORE UPDATE ON blobs BEGIN
    SELECT RAISE(ABORT, 'a blob is never changed');
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
