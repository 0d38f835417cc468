using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Templates;

/// <summary>The names by which an administration's own letterhead and form ask for what is on a paper: «{{title}}».</summary>
internal static partial class TemplateFields
{
    /// <summary>Where the words of the paper come into a letterhead.</summary>
    public const string Body = "body";

    /// <summary>Rows through all columns have a pattern of their own, with this one name.</summary>
    public const string Section = "section", Group = "group";

    /// <summary>What a person still writes by hand.</summary>
    public const string Blank = "________";

    /// <summary>Of the paper.</summary>
    public static readonly IReadOnlyList<string> OfPaper = ["administration", "title", "period", "date", "number", "code", "address", "moment", "state"];

    /// <summary>Of a row: the columns of the execution table by their names.</summary>
    public static readonly IReadOnlyList<string> OfRow = ["number", "task", "title", "schedule", "result", "responsible", "done", "values", "percent", "status", "money", "next", "deadline", "expected", "share", "state"];

    /// <summary>Words that mean the same column.</summary>
    private static readonly FrozenDictionary<string, string> Same = new Dictionary<string, string> { ["schedule"] = "deadline", ["result"] = "expected", ["percent"] = "share", ["status"] = "state" }.ToFrozenDictionary();

    /// <summary>The name of the column that a row's field asks for.</summary>
    public static string Column(string field) => Same.GetValueOrDefault(field, field);

    /// <summary>What only a row has: a row of a form with one of these is its pattern.</summary>
    public static readonly FrozenSet<string> OnlyOfRow = OfRow.Except(OfPaper).ToFrozenSet();

    /// <summary>A part with what is known of its administration and period, so that a letterhead or form can ask for it; what the kind has said itself stays.</summary>
    public static PaperPart Named(PaperPart part, PaperScene scene)
    {
        var fields = new Dictionary<string, string>(part.Fields);
        fields.TryAdd("administration", scene.Plan.Edition.Act.Body);
        if (scene.Period is { } span) fields.TryAdd("period", Texts.All.Say(part.Language, PageText.NameOf(span)));
        return part with { Fields = fields };
    }

    /// <summary>What the fields of the paper hold. What nobody knows yet, its number, is a line to write on.</summary>
    public static Dictionary<string, string> ValuesOf(PaperDocument paper)
    {
        var (part, mark) = (paper.Parts[0], paper.Mark);
        var moment = mark.Moment.InBishkek();
        var values = OfPaper.ToDictionary(name => name, name => part.Fields.GetValueOrDefault(name, Blank));
        values["title"] = part.Fields.GetValueOrDefault("title", TitleOf(paper));
        values["date"] = part.Fields.GetValueOrDefault("date", moment.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        values["period"] = part.Fields.GetValueOrDefault("period", "");
        values["code"] = mark.Code;
        values["address"] = mark.Address;
        values["moment"] = moment.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
        values["state"] = Texts.All.Say(part.Language, mark.DataState);
        return values;
    }

    /// <summary>The words of the paper without what its letterhead has said above them: who speaks, and the title.</summary>
    public static IEnumerable<Block> Below(PaperPart part, IReadOnlyList<string> asked)
    {
        var title = part.Blocks.Index().FirstOrDefault(b => b.Item is Heading { Level: 1 }, (-1, null!)).Index;
        return part.Blocks.Index().Where(b => b.Index > title || !(b.Index == title ? asked.Contains("title") : b.Item is Paragraph { Look: ParagraphLook.Centred } && asked.Contains("administration"))).Select(b => b.Item);
    }

    /// <summary>As it stands over the words, which is longer than the name of the file.</summary>
    private static string TitleOf(PaperDocument paper) => paper.Parts[0].Blocks.OfType<Heading>().FirstOrDefault(heading => heading.Level == 1)?.Text.Plain ?? paper.Title;

    /// <summary>The fields a text asks for, in their order.</summary>
    public static IEnumerable<string> In(string text) => Field().Matches(text).Select(Name);

    /// <summary>The text with its fields filled.</summary>
    public static string Fill(string text, Func<string, string> value) => Field().Replace(text, field => value(Name(field)));

    public static string Written(string name) => "{{" + name + "}}";

    private static string Name(Match field) => field.Groups[1].Value.ToLowerInvariant();

    [GeneratedRegex(@"\{\{\s*([\p{L}\p{Nd}_.\-]{1,60})\s*\}\}")]
    private static partial Regex Field();
}
