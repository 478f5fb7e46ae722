using System.Text;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;
using Todoku.Logs.Pasted;
using Todoku.Mail;

namespace Todoku.Cli.Explain;

/// <summary>Explains a reply: finds it in the text, reads it, and looks up what to say about it.</summary>
internal sealed class Explainer(KnowledgeBase knowledge, Language language)
{
    private readonly PastedReplyReader _pasted = new();
    private readonly ReportTexts _texts = ReportTexts.Of(language);

    /// <summary>Explains a text.</summary>
    /// <param name="text">A reply or a log line.</param>
    /// <param name="relay">The host that said it; empty when the text tells.</param>
    /// <param name="known">What is known besides, for the texts; the reply's own words go before.</param>
    public Explanation Explain(string text, string relay, IReadOnlyList<ReplyValue>? known = null)
    {
        var pasted = _pasted.Read(Encoding.UTF8.GetBytes(text));
        var reading = knowledge.Read(pasted.Reply, new ReadingContext
        {
            RelayHost = relay.Length > 0 ? Encoding.UTF8.GetBytes(relay) : pasted.RelayHost,
            RecipientDomain = MailAddress.DomainOf(pasted.Recipient),
            Stage = pasted.Stage,
            LoggedStatus = pasted.LoggedStatus,
            IsLocal = pasted.IsLocal,
        });
        var values = knowledge.ExtractValues(pasted.Reply, reading);
        var article = knowledge.FindArticle(reading.Advice, language) ?? knowledge.FindArticle(reading.Cause.Id, language);
        var template = new TextTemplate([.. values, .. known ?? [], new ReplyValue("provider", reading.Provider.Name(language))], _texts.Value);
        return new Explanation
        {
            Reading = reading,
            Reply = Encoding.UTF8.GetString(pasted.Reply),
            IsLocal = pasted.IsLocal,
            Status = pasted.Status,
            Values = values,
            Fault = article?.Fault ?? Fault.Sender,
            Title = template.Fill(article?.Title ?? _texts.Cause.Of(reading.Cause)),
            Means = template.Fill(article?.Means ?? ""),
            Verify = template.Fill(article?.Verify ?? ""),
            Steps = [.. (article?.Steps ?? []).Select((id, index) => StepOf(id, index + 1, template)).OfType<ReportStep>()],
        };
    }

    private ReportStep? StepOf(string id, int number, TextTemplate template) => knowledge.FindStep(id, language) is { } step
        ? new ReportStep(number, id, step.Group, template.Fill(step.Do), template.Fill(step.Why), template.Fill(step.Verify), template.Fill(step.IfRefused), [])
        : null;
}
