namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>All points of a message, in the order in which they are shown. A new one is a line here.</summary>
public static class MessageCatalogue
{
    /// <summary>The points.</summary>
    public static IReadOnlyList<IMessageCheck> All { get; } =
    [
        new NoticePoint(),
        new SpfPoint(),
        new DkimPoint(),
        new DmarcPoint(),
        new AlignmentPoint(),
        new ArcPoint(),
        new RequiredHeadersPoint(),
        new RepeatedHeadersPoint(),
        new DatePoint(),
        new MessageIdPoint(),
        new PathPoint(),
        new RawHeadersPoint(),
        new EncodedWordsPoint(),
        new CharsetPoint(),
        new TransferEncodingPoint(),
        new LineLengthPoint(),
        new LineEndsPoint(),
        new PartsPoint(),
        new UnsubscribePoint(),
        new LinksPoint(),
        new LinkBlocklistPoint(),
        new AttachmentsPoint(),
        new SizePoint(),
    ];

    /// <summary>Runs the points side by side; the results stand in the order of the catalogue.</summary>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var points = All.Where(point => !point.NeedsWhole || !context.Message.IsHeaderOnly);
        var results = await Task.WhenAll(points.Select(point => point.RunAsync(context, cancellationToken))).ConfigureAwait(false);
        return [.. results.SelectMany(result => result)];
    }
}
