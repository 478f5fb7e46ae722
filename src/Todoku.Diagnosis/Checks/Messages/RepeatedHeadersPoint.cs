using System.Text;
using Todoku.Diagnosis.Messages;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether fields that may stand once only stand there several times (RFC 5322, section 3.6; MIME: RFC 2045). Google refuses such mail with 5.7.1.</summary>
public sealed class RepeatedHeadersPoint : IMessageCheck
{
    private static readonly string[] Single =
    [
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Message-ID", "In-Reply-To", "References", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id",
    ];

    /// <inheritdoc/>
    public string Id => "message-repeated-headers";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["once", "repeated"];

    /// <inheritdoc/>
    public bool NeedsWhole => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var repeated = Single.Select(name => (Name: name, Fields: context.Message.Headers.All(Encoding.ASCII.GetBytes(name)))).Where(one => one.Fields.Count > 1).ToArray();
        if (repeated.Length == 0) return PointResult.Task(PointResult.Of(this, "once", CheckStatus.Pass, "message", []));
        var names = string.Join(", ", repeated.Select(one => one.Name));
        return PointResult.Task(PointResult.Of(this, "repeated", CheckStatus.Problem, names,
            repeated.SelectMany(one => one.Fields.Take(3).Select(field => $"{one.Name}: {MessageSubject.TextOf(field)}")), new ReplyValue(CheckValueNames.Names, names)));
    }
}
