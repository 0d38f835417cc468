using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Atkaruu.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WorksMoneyOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    chair = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    prepared_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    items = table.Column<string>(type: "text", nullable: false),
                    minutes_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    minuted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    from_meeting = table.Column<Guid>(type: "uuid", nullable: true),
                    first_due = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    extensions = table.Column<int>(type: "integer", nullable: false),
                    extend_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    objection = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    done_words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    said_done = table.Column<string>(type: "text", nullable: false),
                    sent_back_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stop_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    said = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    escalated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    nudged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_on",
                table: "meetings",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_orders_from_meeting",
                table: "orders",
                column: "from_meeting");

            migrationBuilder.CreateIndex(
                name: "ix_orders_measure_id",
                table: "orders",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_state_body",
                table: "orders",
                columns: new[] { "state", "body" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_year_number",
                table: "orders",
                columns: new[] { "year", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "orders");
        }
    }
}
