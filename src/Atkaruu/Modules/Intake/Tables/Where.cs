using Atkaruu.Kernel;
using Atkaruu.Web;

namespace Atkaruu.Modules.Intake.Tables;

/// <summary>Where something stands in a file, as a person would say it.</summary>
internal static class Where
{
    public static Message Row(int table, int row) => new("intake.where.table", table, row);

    public static Message Row(string sheet, int row) => new("intake.where.sheet", sheet, row);

    public static Message RowOfPage(int page, int row) => new("intake.where.page", page, row);

    /// <summary>In Kyrgyz: rows carry their place in the language of the document.</summary>
    public static string Say(Message where) => Texts.All.Say("ky", where);
}
