namespace Todoku.Knowledge;

/// <summary>What a person is told about a cause or a situation, in one language.</summary>
/// <param name="Id">Its identifier: a cause, a situation (<c>outbound-port-25-blocked</c>) or a provider's own (<c>google.ip-reputation</c>).</param>
/// <param name="Cause">The cause it belongs to.</param>
/// <param name="Fault">Whose doing it is, as a rule.</param>
/// <param name="Title">A headline without a full stop, up to 80 characters.</param>
/// <param name="Means">What it means, two to four sentences.</param>
/// <param name="Verify">How it is seen that the change worked.</param>
/// <param name="Steps">Ids of the steps to take, in order; empty when there is nothing to do.</param>
/// <remarks>Texts may hold <c>{name}</c> placeholders of <see cref="ReplyValueNames"/>, and <c>{provider}</c>, <c>{host}</c>, <c>{sender_domain}</c>.</remarks>
public sealed record Article(string Id, Cause Cause, Fault Fault, string Title, string Means, string Verify, IReadOnlyList<string> Steps);
