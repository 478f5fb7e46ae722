using Todoku.Diagnosis.Checks;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Checks;

/// <summary>The checklist and its texts fit.</summary>
public sealed class CatalogueTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    [Fact]
    public void Every_outcome_has_its_texts()
    {
        var missing = CheckCatalogue.Points.SelectMany(check => check.Outcomes.Select(outcome => $"check.{check.Id}.{outcome}"))
            .Where(id => Knowledge.FindArticle(id, Language.English) is null);

        Assert.Equal("", string.Join('\n', missing));
    }

    [Fact]
    public void Every_text_belongs_to_an_outcome()
    {
        var known = CheckCatalogue.Points.SelectMany(check => check.Outcomes.Select(outcome => $"check.{check.Id}.{outcome}")).ToHashSet();

        Assert.Equal("", string.Join('\n', Knowledge.ArticleIds.Where(id => id.StartsWith("check.", StringComparison.Ordinal) && !known.Contains(id))));
    }

    [Fact]
    public void Points_have_names_of_their_own() =>
        Assert.Equal(CheckCatalogue.Points.Count(), CheckCatalogue.Points.Select(check => check.Id).Distinct().Count());
}
