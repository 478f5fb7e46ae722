using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>The questions that the analysis asks of <see cref="KnowledgeBase"/>; a seam, so that tests can give the answers.</summary>
internal interface IKnowledge
{
    /// <inheritdoc cref="KnowledgeBase.Identify"/>
    Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> reply, ReadOnlySpan<byte> recipientDomain);

    /// <inheritdoc cref="KnowledgeBase.Read"/>
    Reading Read(ReadOnlySpan<byte> reply, in ReadingContext context);

    /// <inheritdoc cref="KnowledgeBase.ExtractValues"/>
    IReadOnlyList<ReplyValue> ExtractValues(ReadOnlySpan<byte> reply, in Reading reading);

    /// <inheritdoc cref="KnowledgeBase.FindArticle"/>
    Article? FindArticle(string id);

    /// <inheritdoc cref="KnowledgeBase.FindStep"/>
    Step? FindStep(string id);

    /// <inheritdoc cref="KnowledgeBase.OrganizationalDomain"/>
    string OrganizationalDomain(ReadOnlySpan<byte> name);
}
