using System.Buffers;
using System.Text.Json;
using Todoku.Knowledge;
using Todoku.Logs.Pasted;
using Todoku.Mail;

namespace Todoku.Cli.Explain.Batch;

/// <summary>Explains one line of a batch. A line that can't be read is answered with its error, and the batch goes on.</summary>
internal sealed class BatchLine(KnowledgeBase knowledge)
{
    private readonly BatchRequest _request = new();
    private readonly PastedReplyReader _logLines = new();
    private readonly PastedReplyReader _responses = new();

    /// <summary>Answers a line.</summary>
    /// <param name="line">The line, not empty.</param>
    /// <param name="json">A writer over <paramref name="output"/>.</param>
    /// <param name="output">Where the answer goes.</param>
    public void Explain(ReadOnlySpan<byte> line, Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        var error = _request.Read(line);
        if (error is not null)
        {
            BatchAnswer.WriteError(_request.Id, error, json, output);
            return;
        }
        var log = _request.HasLog ? _logLines.Read(_request.Log) : default;
        var pasted = _request.HasResponse ? _responses.Read(_request.Response) : log;
        var stage = StageOf(_request.InReplyTo);
        var reading = knowledge.Read(pasted.Reply, new ReadingContext
        {
            RelayHost = FirstOf(_request.Relay, pasted.RelayHost, log.RelayHost),
            RecipientDomain = MailAddress.DomainOf(FirstOf(pasted.Recipient, log.Recipient, default)),
            Stage = stage != SmtpStage.Unknown ? stage : pasted.Stage != SmtpStage.Unknown ? pasted.Stage : log.Stage,
            LoggedStatus = pasted.LoggedStatus.IsNone ? log.LoggedStatus : pasted.LoggedStatus,
            IsLocal = pasted.IsLocal,
        });
        BatchAnswer.Write(_request.Id, reading, knowledge.ExtractValues(pasted.Reply, reading), json, output);
    }

    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) =>
        !first.IsEmpty ? first : !second.IsEmpty ? second : third;

    // As logs and bounce messages name it: "RCPT TO", "end of DATA", "initial connection", with "command" behind it or not.
    private static SmtpStage StageOf(ReadOnlySpan<byte> command) => command.IsEmpty ? SmtpStage.Unknown : PastedReplyReader.StageOfCommand(command);
}
