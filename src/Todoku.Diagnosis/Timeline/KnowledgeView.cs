using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>The knowledge base as the analysis sees it. Order and faults are the same in every language, so texts are asked for in English.</summary>
internal sealed class KnowledgeView(KnowledgeBase knowledge) : IKnowledge
{
    public Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> reply, ReadOnlySpan<byte> recipientDomain) =>
        knowledge.Identify(relayHost, reply, recipientDomain);

    public Reading Read(ReadOnlySpan<byte> reply, in ReadingContext context) => knowledge.Read(reply, context);

    public IReadOnlyList<ReplyValue> ExtractValues(ReadOnlySpan<byte> reply, in Reading reading) => knowledge.ExtractValues(reply, reading);

    public Article? FindArticle(string id) => knowledge.FindArticle(id, Language.English);

    public Step? FindStep(string id) => knowledge.FindStep(id, Language.English);

    public string OrganizationalDomain(ReadOnlySpan<byte> name) => knowledge.OrganizationalDomain(name);
}
