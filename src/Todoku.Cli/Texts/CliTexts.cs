using Todoku.Knowledge;

namespace Todoku.Cli.Texts;

/// <summary>All that the command line says itself, in one language; by topic, each an abstract class with a sealed one per language.</summary>
internal sealed record CliTexts
{
    private CliTexts()
    {
    }

    /// <summary>English.</summary>
    public static CliTexts English { get; } = new()
    {
        Language = Language.English,
        Help = new EnglishHelpTexts(),
        Usage = new EnglishUsageTexts(),
        Problem = new EnglishProblemTexts(),
        Failure = new EnglishFailureTexts(),
        Progress = new EnglishProgressTexts(),
        Explain = new EnglishExplainTexts(),
        Check = new EnglishCheckTexts(),
        Waiting = new EnglishWaitingTexts(),
        Dns = new EnglishDnsTexts(),
        Dmarc = new EnglishDmarcTexts(),
        DmarcRecord = new EnglishDmarcRecordTexts(),
        Message = new EnglishMessageTexts(),
        Signature = new EnglishSignatureTexts(),
        Dkim = new EnglishDkimTexts(),
        Arc = new EnglishArcTexts(),
        Relay = new EnglishRelayTexts(),
        Sandbox = new EnglishSandboxTexts(),
        Demo = new EnglishDemoTexts(),
        Sendmail = new EnglishSendmailTexts(),
        Queue = new EnglishQueueTexts(),
        Suppress = new EnglishSuppressTexts(),
        Apply = new EnglishApplyTexts(),
        Spf = new EnglishSpfTexts(),
        SpfStep = new EnglishSpfStepTexts(),
        SpfReason = new EnglishSpfReasonTexts(new EnglishDnsTexts()),
    };

    /// <summary>Japanese.</summary>
    public static CliTexts Japanese { get; } = new()
    {
        Language = Language.Japanese,
        Help = new JapaneseHelpTexts(),
        Usage = new JapaneseUsageTexts(),
        Problem = new JapaneseProblemTexts(),
        Failure = new JapaneseFailureTexts(),
        Progress = new JapaneseProgressTexts(),
        Explain = new JapaneseExplainTexts(),
        Check = new JapaneseCheckTexts(),
        Waiting = new JapaneseWaitingTexts(),
        Dns = new JapaneseDnsTexts(),
        Dmarc = new JapaneseDmarcTexts(),
        DmarcRecord = new JapaneseDmarcRecordTexts(),
        Message = new JapaneseMessageTexts(),
        Signature = new JapaneseSignatureTexts(),
        Dkim = new JapaneseDkimTexts(),
        Arc = new JapaneseArcTexts(),
        Relay = new JapaneseRelayTexts(),
        Sandbox = new JapaneseSandboxTexts(),
        Demo = new JapaneseDemoTexts(),
        Sendmail = new JapaneseSendmailTexts(),
        Queue = new JapaneseQueueTexts(),
        Suppress = new JapaneseSuppressTexts(),
        Apply = new JapaneseApplyTexts(),
        Spf = new JapaneseSpfTexts(),
        SpfStep = new JapaneseSpfStepTexts(),
        SpfReason = new JapaneseSpfReasonTexts(new JapaneseDnsTexts()),
    };

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>Help.</summary>
    public required HelpTexts Help { get; init; }

    /// <summary>Wrong arguments.</summary>
    public required UsageTexts Usage { get; init; }

    /// <summary>Inputs that can't be read.</summary>
    public required ProblemTexts Problem { get; init; }

    /// <summary>Other failures.</summary>
    public required FailureTexts Failure { get; init; }

    /// <summary>Progress while reading.</summary>
    public required ProgressTexts Progress { get; init; }

    /// <summary>What <c>explain</c> says.</summary>
    public required ExplainTexts Explain { get; init; }

    /// <summary>What <c>check</c> says.</summary>
    public required CheckTexts Check { get; init; }

    /// <summary>Records to publish, and the wait for them.</summary>
    public required WaitingTexts Waiting { get; init; }

    /// <summary>Options about DNS, and what DNS said.</summary>
    public required DnsTexts Dns { get; init; }

    /// <summary>What <c>dmarc</c> says.</summary>
    public required DmarcTexts Dmarc { get; init; }

    /// <summary>What <c>message</c> says.</summary>
    public required MessageTexts Message { get; init; }

    /// <summary>What is wrong with a DMARC record.</summary>
    public required DmarcRecordTexts DmarcRecord { get; init; }

    /// <summary>What is said of a signature.</summary>
    public required SignatureTexts Signature { get; init; }

    /// <summary>What <c>dkim</c> says.</summary>
    public required DkimTexts Dkim { get; init; }

    /// <summary>What <c>arc</c> says.</summary>
    public required ArcTexts Arc { get; init; }

    /// <summary>What <c>relay</c> says.</summary>
    public required RelayTexts Relay { get; init; }

    /// <summary>What <c>sandbox</c> says.</summary>
    public required SandboxTexts Sandbox { get; init; }

    /// <summary>What <c>demo</c> says.</summary>
    public required DemoTexts Demo { get; init; }

    /// <summary>What <c>sendmail</c> says.</summary>
    public required SendmailTexts Sendmail { get; init; }

    /// <summary>The verbs <c>queue</c>, <c>relay paths</c>, <c>relay limits</c>.</summary>
    public required QueueTexts Queue { get; init; }

    /// <summary>The verb <c>suppress</c>.</summary>
    public required SuppressTexts Suppress { get; init; }

    /// <summary>The verb <c>apply</c>.</summary>
    public required ApplyTexts Apply { get; init; }

    /// <summary>What <c>spf</c> says.</summary>
    public required SpfTexts Spf { get; init; }

    /// <summary>The steps of an SPF check.</summary>
    public required SpfStepTexts SpfStep { get; init; }

    /// <summary>Why an SPF check ended as it did.</summary>
    public required SpfReasonTexts SpfReason { get; init; }

    /// <summary>The texts of a language.</summary>
    public static CliTexts Of(Language language) => language == Language.Japanese ? Japanese : English;
}
