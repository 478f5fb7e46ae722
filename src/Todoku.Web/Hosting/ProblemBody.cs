namespace Todoku.Web.Hosting;

/// <summary>What is wrong with a request (RFC 9457).</summary>
public sealed record ProblemBody
{
    /// <summary>Which problem: <c>urn:todoku:problem:NAME</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request.</summary>
    public string? Detail { get; init; }

    /// <summary>Where: a JSON pointer into the body (RFC 6901), or the name of a header field or parameter.</summary>
    public string? Where { get; init; }

    /// <summary>What to do.</summary>
    public string? Do { get; init; }
}
