using System.Text;
using Todoku.Knowledge;
using Todoku.Mail.Authors;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>
/// Whether the fields that every message must have are there and can be read: From and Date (RFC 5322, section 3.6). Message-ID, and one of To,
/// Cc and Bcc, are wanted by receivers though the standard only advises them.
/// </summary>
public sealed class RequiredHeadersPoint : IMessageCheck
{
    /// <inheritdoc/>
    public string Id => "message-headers";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["complete", "missing", "no-recipient", "bad-from", "several-authors", "malformed-line", "unread"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (message, headers) = (context.Message, context.Message.Headers);
        // What seems to be missing may stand behind.
        if (!headers.IsComplete)
        {
            return PointResult.Task(PointResult.Of(this, "unread", CheckStatus.Problem, "message",
                [$"{headers.Defects}: {headers.Fields.Count} fields"], new ReplyValue(CheckValueNames.Count, Figure.Of(headers.Fields.Count))));
        }
        List<CheckResult> results = [];
        string[] missing = [.. ((ReadOnlySpan<string>)["From", "Date", "Message-ID"]).ToArray().Where(name => headers.All(Encoding.ASCII.GetBytes(name)).Count == 0)];
        if (missing.Length > 0)
            results.Add(PointResult.Of(this, "missing", CheckStatus.Problem, string.Join(", ", missing), missing.Select(name => $"{name}: -"), new ReplyValue(CheckValueNames.Names, string.Join(", ", missing))));
        if (headers.All("To"u8).Count + headers.All("Cc"u8).Count + headers.All("Bcc"u8).Count == 0) results.Add(PointResult.Of(this, "no-recipient", CheckStatus.Warning, "To", []));
        var from = headers.All("From"u8).Select(field => $"From: {Diagnosis.Messages.MessageSubject.TextOf(field)}");
        if (message.Author is AuthorDomain.Several several)
            results.Add(PointResult.Of(this, "several-authors", CheckStatus.Problem, "From", from, new ReplyValue(CheckValueNames.Names, string.Join(", ", several.Domains))));
        else if (headers.All("From"u8).Count == 1 && message.Author is AuthorDomain.Malformed or AuthorDomain.Missing { Reason: not MissingAuthor.NoField })
            results.Add(PointResult.Of(this, "bad-from", CheckStatus.Problem, "From", from));
        if ((headers.Defects & HeaderDefects.MalformedLine) != 0)
        {
            var lines = headers.Fields.Where(field => field.IsMalformed).Take(5).Select(field => Encoding.UTF8.GetString(field.Raw.Span[..Math.Min(field.Raw.Length, 100)])).ToArray();
            results.Add(PointResult.Of(this, "malformed-line", CheckStatus.Problem, "message", lines));
        }
        if (results.Count == 0) results.Add(PointResult.Of(this, "complete", CheckStatus.Pass, "message", from, new ReplyValue(CheckValueNames.Count, Figure.Of(headers.Fields.Count))));
        return Task.FromResult<IReadOnlyList<CheckResult>>(results);
    }
}
