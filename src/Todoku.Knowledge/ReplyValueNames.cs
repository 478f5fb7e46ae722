namespace Todoku.Knowledge;

/// <summary>The names of the values that can be taken out of a reply; the same in JSON, knowledge files and texts (<c>{ip}</c>).</summary>
public static class ReplyValueNames
{
    /// <summary>The sending IP address.</summary>
    public const string Ip = "ip";

    /// <summary>The domain the reply speaks of, when it does not say in which role.</summary>
    public const string Domain = "domain";

    /// <summary>The domain whose SPF was judged.</summary>
    public const string SpfDomain = "spf_domain";

    /// <summary>The SPF result as printed.</summary>
    public const string SpfResult = "spf_result";

    /// <summary>The DKIM signing domain.</summary>
    public const string DkimDomain = "dkim_domain";

    /// <summary>The DKIM selector.</summary>
    public const string DkimSelector = "dkim_selector";

    /// <summary>The DKIM result as printed.</summary>
    public const string DkimResult = "dkim_result";

    /// <summary>The domain whose DMARC policy was applied.</summary>
    public const string DmarcDomain = "dmarc_domain";

    /// <summary>The DMARC policy or result as printed.</summary>
    public const string DmarcResult = "dmarc_result";

    /// <summary>Id of the blocklist in blocklists.toml.</summary>
    public const string Blocklist = "blocklist";

    /// <summary>A link the reply gives.</summary>
    public const string Url = "url";

    /// <summary>A limit or wait that the reply names ("30 minutes", "100 messages").</summary>
    public const string Limit = "limit";

    /// <summary>The recipient the reply names.</summary>
    public const string Recipient = "recipient";

    /// <summary>The sender the reply names.</summary>
    public const string Sender = "sender";

    /// <summary>The HELO name the reply names.</summary>
    public const string Helo = "helo";

    /// <summary>The provider's own code in the reply (S3140, TSS04, CS01).</summary>
    public const string Code = "code";

    /// <summary>The session or ticket id to name when asking the provider.</summary>
    public const string Session = "session";
}
