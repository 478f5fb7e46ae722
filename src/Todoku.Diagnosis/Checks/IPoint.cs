namespace Todoku.Diagnosis.Checks;

/// <summary>One point of the checklist: what it is called and how it can turn out.</summary>
public interface IPoint
{
    /// <summary>Its identifier; the name of its file in <c>knowledge/checks</c>.</summary>
    string Id { get; }

    /// <summary>All outcomes that it can have; a test wants a text for each.</summary>
    IReadOnlyList<string> Outcomes { get; }
}
