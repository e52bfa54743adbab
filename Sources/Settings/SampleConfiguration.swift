/// The configuration file that `plysync init` writes.
package enum SampleConfiguration {
    /// Every setting, for somebody who has never seen one; those that few need are behind a `#`
    /// without a blank after it, so that taking it away is all there is to do.
    package static let text = general + products + limits

    private static let general = """
        # Settings of plysync. Flags and environment variables beat what stands here; what does not
        # stand here has the value that the line with it shows. `plysync doctor` checks all of it.
        # Settings behind a # are examples: take the # away to use one.

        # The file that keeps all history. A relative path starts from the folder of this file.
        journal: plysync.journal
        # The zone of dates that are written to Plytix, and of write_hours below: a name such as
        # Europe/Berlin, or an offset such as +02:00.
        #time_zone: UTC
        # An export that was interrupted goes on from what it has seen, if that is not older.
        #max_age: 24h

        amazon:
          # Two letters each. Credentials hold for one of Amazon's regions, so all of them must be
          # in the same: [US, CA, MX, BR], [UK, DE, FR, ...] or [JP, AU, SG].
          marketplaces: [US]
          brand: Sandbox Brand
          # Secrets come from SP_API_REFRESH_TOKEN, LWA_APP_ID and LWA_CLIENT_SECRET, or from a file
          # that only you may read (chmod 600), with refresh_token, client_id and client_secret.
          #credentials_file: amazon.credentials
          # Your name for the seller account, for the journal.
          #seller: default
          # Other servers than Amazon's own, such as those of `plysync sandbox`.
          #api_url: https://sellingpartnerapi-na.amazon.com
          #token_url: https://api.amazon.com/auth/o2/token

        # Plytix accounts by names of your own, which --target takes.
        targets:
          # Key and password come from PLYTIX_API_KEY and PLYTIX_API_PASSWORD.
          default: {}
          # A second account, and the variables that have its key and password. Instead of them, a
          # file that only you may read can have api_key and api_password.
          fresh:
            api_key_env: PLYTIX_FRESH_KEY
            api_password_env: PLYTIX_FRESH_PASSWORD
            #credentials_file: fresh.credentials
            #api_url: https://pim.plytix.com
            #auth_url: https://auth.plytix.com/auth/api/get-token
        # The target of commands without --target.
        #target: default


        """

    private static let products = """
        # How things are called in Plytix. The first run pins these names for each target.
        plytix:
          family: Amazon
          relations:
            # From a parent to its children, as Amazon has them.
            hierarchy: Amazon Hierarchy
            # From your own product to its listings on Amazon.
            listings: Amazon Listings
          # The label of the attribute that holds the pictures.
          gallery: amazon_images
          sku_format: AMZN-{marketplace}-{asin}
          # Of new products: Draft, Completed or Archived.
          status: Draft
          # The field of Amazon that becomes the label of the product.
          label: title
          # The share of the account's requests that is left for others.
          quota_reserve: 0.2

        # Which attributes the Amazon products have: `from` is a field of Amazon, `value` the same
        # value for all. `rule` says when it is written: always, fill-empty (where nothing stands),
        # or never (only when the product is created). A list here replaces the whole standard
        # list.
        attributes:
          amazon_asin: {from: asin, type: Text, rule: always}
          amazon_parent_asin: {from: parent_asin, type: Text, rule: always}
          amazon_title: {from: title, type: Text, rule: always}
          amazon_marketplace: {from: marketplace, type: Dropdown, rule: always}
          amazon_canonical_sku: {from: canonical_sku, type: Text, rule: always}
          amazon_item_classification: {from: item_classification, type: Dropdown, rule: always}
          amazon_brand: {from: brand, type: Text, rule: always}
          amazon_model_number: {from: model_number, type: Text, rule: always}
          amazon_size: {from: size, type: Text, rule: fill-empty}
          amazon_color: {from: color, type: Text, rule: fill-empty}
          amazon_upc: {from: upc, type: Text, rule: fill-empty}
          amazon_ean: {from: ean, type: Text, rule: fill-empty}
          amazon_gtin: {from: gtin, type: Text, rule: fill-empty}
          amazon_variation_theme: {from: variation_theme, type: Text, rule: always}
          amazon_is_primary: {value: false, type: Boolean, rule: never}
          amazon_last_synced: {from: last_written, type: Date, rule: always}

        # How an item of Amazon finds your own product.
        match:
          # The first rule that finds one wins.
          rules: [gtin, ean, upc, model_number]
          # Your products whose SKU begins with one of these are left out.
          exclude_sku_prefixes: []
          # Items that match nothing: create (a product without a link to yours) or skip.
          unmatched: create
          # The labels of the attributes in which your own products have their numbers.
          #attributes: {ean: ean, upc: upc, model_number: model_number}

        images:
          max_per_product: 20
          # Pictures that Amazon no longer shows: keep or remove.
          on_removal: keep
          # A folder for the pictures themselves, each once; without it only their URLs are kept.
          #keep: pictures


        """

    private static let limits = """
        # All of these have sensible values of their own.
        #limits:
          # A plan that changes a larger share of the known products needs --allow-mass-change.
          #mass_change: 0.05
          # Stop after so many requests; the next run goes on from there.
          #max_requests: 5000
          # Plytix is written to in these hours only.
          #write_hours: 22-6
          # The account's limits, where they are not to be taken from what Plytix says.
          #plytix: [{requests: 20, window: 10s}, {requests: 5000, window: 1h}]
          #amazon_per_second: 2
          # Requests to Plytix at once, tries of one request in a run, and runs that try again.
          #concurrency: 8
          #tries: 5
          #attempts: 5

        # When an answer was lost: how long the request may still arrive, and how long searches may
        # not yet see what was written.
        #settle: {arrival: 120s, search_lag: 10s}

        """
}
