namespace Todoku.Knowledge;

/// <summary>A value that a reply prints.</summary>
/// <param name="Name">One of <see cref="ReplyValueNames"/>.</param>
/// <param name="Value">As printed.</param>
public readonly record struct ReplyValue(string Name, string Value);
