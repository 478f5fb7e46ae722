namespace Todoku.Web.Control.Contract;

/// <summary>What is to be done with entries.</summary>
/// <param name="Change"><c>hold</c>, <c>release</c>, <c>retry</c>, <c>drop</c>.</param>
/// <param name="Selector">Which entries.</param>
/// <param name="All">Must be true when the selector names nothing: all entries are meant.</param>
public sealed record ChangeBody(string? Change, QueueSelector? Selector, bool All = false);
