namespace Todoku.Diagnosis.Timeline;

/// <summary>All that is known of a log while and after it is read; what findings are made from.</summary>
internal sealed class MailTimeline(IKnowledge knowledge, AnalyzerOptions options)
{
    private LogSpan _span;

    public IKnowledge Knowledge { get; } = knowledge;

    public AnalyzerOptions Options { get; } = options;

    public ref LogSpan Span => ref _span;

    public HostRegister Hosts { get; } = new(options.MaxHosts);

    public ProviderDirectory Providers { get; } = new(knowledge, options);

    public SenderDomains SenderDomains { get; } = new(knowledge, options.MaxNames);

    public SubmitterLedger Submitters { get; } = new(options.MaxSubmitters);

    public PendingDeliveries Pending { get; } = new(options.MaxPending);

    public Port25Ledger Port25 { get; } = new();

    public QueueLevel Queue { get; } = new();

    public SigningLedger Signing { get; } = new(maxDomains: 1024);

    public BounceNoticeLedger Notices { get; } = new(options.MaxNames);

    public RelayNoticeLedger RelayNotices { get; } = new(options.MaxNames);

    public PathLedger Paths { get; } = new();

    /// <summary>Complaints of the server about itself, by cause.</summary>
    public ProviderTimeline OwnWarnings { get; } = new(ProviderDirectory.Local);

    /// <summary>What the server refused to take while no delivery was seen, by cause.</summary>
    public ProviderTimeline OwnRejects { get; } = new(ProviderDirectory.Local);

    /// <summary>Attempts whose sender and submitter the log does not tell.</summary>
    public long SendersUnknown { get; set; }

    /// <summary>Attempts counted.</summary>
    public long Attempts { get; set; }
}
