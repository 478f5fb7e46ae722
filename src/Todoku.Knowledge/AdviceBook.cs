using System.Text;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge;

/// <summary>Looks up articles and steps.</summary>
internal sealed class AdviceBook(KnowledgeImage image)
{
    public IEnumerable<string> ArticleIds
    {
        get
        {
            for (var i = 0u; i < image.Articles.Length; i++) yield return image.Text(image.Articles[i].Id);
        }
    }

    public Article? FindArticle(string id, Language language)
    {
        var found = Search(image.Articles, id, record => record.Id);
        if (found < 0) return null;
        ref readonly var article = ref image.Articles[(uint)found];
        var steps = image.ArticleSteps.Span.Slice((int)article.Steps, article.StepCount);
        var ids = new string[steps.Length];
        for (var i = 0; i < ids.Length; i++) ids[i] = image.Text(steps[i]);
        return language == Language.Japanese
            ? new Article(id, article.Cause, article.Fault, image.Text(article.TitleJapanese), image.Text(article.MeansJapanese), image.Text(article.VerifyJapanese), ids)
            : new Article(id, article.Cause, article.Fault, image.Text(article.Title), image.Text(article.Means), image.Text(article.Verify), ids);
    }

    public Step? FindStep(string id, Language language)
    {
        var found = Search(image.Steps, id, record => record.Id);
        if (found < 0) return null;
        ref readonly var step = ref image.Steps[(uint)found];
        return language == Language.Japanese
            ? new Step(id, step.Group, image.Text(step.DoJapanese), image.Text(step.WhyJapanese), image.Text(step.VerifyJapanese), image.Text(step.IfRefusedJapanese))
            : new Step(id, step.Group, image.Text(step.Do), image.Text(step.Why), image.Text(step.Verify), image.Text(step.IfRefused));
    }

    // Ids are ASCII, so the order of strings is that of their bytes.
    private int Search<T>(ImageTable<T> table, string id, Func<T, uint> idOf)
        where T : unmanaged
    {
        var wanted = Encoding.UTF8.GetBytes(id);
        var (low, high) = (0, table.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = image.Utf8(idOf(table[(uint)middle])).SequenceCompareTo(wanted);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }
}
