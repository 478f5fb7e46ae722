using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Messages;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Checks;

/// <summary>The checklist and its texts fit.</summary>
public sealed class CatalogueTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    private static IPoint[] Points { get; } = [.. CheckCatalogue.Points, .. MessageCatalogue.All];

    [Fact]
    public void Every_outcome_has_its_texts()
    {
        var missing = Points.SelectMany(check => check.Outcomes.Select(outcome => $"check.{check.Id}.{outcome}"))
            .Where(id => Knowledge.FindArticle(id, Language.English) is null);

        Assert.Equal("", string.Join('\n', missing));
    }

    [Fact]
    public void Every_text_belongs_to_an_outcome()
    {
        var known = Points.SelectMany(check => check.Outcomes.Select(outcome => $"check.{check.Id}.{outcome}")).ToHashSet();

        Assert.Equal("", string.Join('\n', Knowledge.ArticleIds.Where(id => id.StartsWith("check.", StringComparison.Ordinal) && !known.Contains(id))));
    }

    [Fact]
    public void Points_have_names_of_their_own() =>
        Assert.Equal(Points.Length, Points.Select(check => check.Id).Distinct().Count());
}
